import { createTransport } from 'nodemailer';
import type { Mail } from './mails.ts';

/** A mail that somebody writes here, as the reader of another one or as anybody. */
export interface Letter {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** The Message-ID of the mail that it answers. */
  answers?: string | undefined;
}

/** Sends a letter to this mailbox, as a mail program of its writer would. Throws when an address is none. */
export async function send(smtpUrl: string, { answers, ...letter }: Letter): Promise<void> {
  const transport = createTransport(smtpUrl);
  try {
    await transport.sendMail({ ...letter, ...(answers && { inReplyTo: answers, references: answers }) });
  } finally {
    transport.close();
  }
}

/** The answer to a mail, as its first reader writes it. */
export function answerTo(mail: Mail, text: string): Letter {
  const header = (name: string) => mail.headers.find(each => each.name.toLowerCase() === name)?.value;
  return {
    from: mail.to[0] ?? '',
    to: header('reply-to') ?? mail.from,
    subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    text,
    answers: header('message-id'),
  };
}
