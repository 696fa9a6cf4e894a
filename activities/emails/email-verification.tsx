import type { AccountMail } from './account-mail.ts';
import { Button } from './blocks.tsx';
import { momentFor } from './facts.ts';
import type { MailContent } from './mail.ts';
import { Link, Paragraph, Small } from './parts.tsx';
import { shorten } from './reader.ts';
import { linkLine } from './text.ts';

type Verifying = AccountMail<'emailVerification' | 'verificationReminder'>;

/** Proof that the address is the new user's own. */
export const emailVerification = (mail: AccountMail<'emailVerification'>) =>
  asking(mail, mail.messages.mails.emailVerification);

/** The same, for whoever has not pressed the link of the first mail. */
export const verificationReminder = (mail: AccountMail<'verificationReminder'>) =>
  asking(mail, mail.messages.mails.verificationReminder);

function asking(
  { props, vendor, messages, reader }: Verifying,
  words: Verifying['messages']['mails']['emailVerification'],
): MailContent {
  const moment = momentFor({ reader, messages }, props.expiresAt);
  return {
    subject: words.subject(shorten(vendor.name, 30)),
    title: words.title,
    preheader: words.preheader(moment),
    opening: words.opening(vendor.name),
    html: (
      <>
        <Paragraph>{words.intro}</Paragraph>
        <Button href={props.verifyUrl}>{words.button}</Button>
        <Paragraph>{words.validity(moment)}</Paragraph>
        <Small>
          {messages.mails.linkFallback}
          <br />
          <Link href={props.verifyUrl}>{props.verifyUrl}</Link>
        </Small>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [words.intro, linkLine(words.button, props.verifyUrl), words.validity(moment), words.notYou],
  };
}
