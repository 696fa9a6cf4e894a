import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { note, paragraph, small } from '../../blocks.ts';
import type { MailContent } from '../../mail.ts';

/** The answer to a mail in which nothing is written, as a rule one with nothing but a file. */
export function emptyMail({ props: { files }, vendor, messages }: AccountMail<'emptyMail'>): MailContent {
  const { emptyMail: words, attachmentsNotKept } = messages.mails;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro),
      files > 0 && note(attachmentsNotKept.missing(files)),
      paragraph(files > 0 ? attachmentsNotKept.instead : words.instead),
      small(words.once),
    ],
  };
}
