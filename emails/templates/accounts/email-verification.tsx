import type { AccountMail } from '../../account-mail.ts';
import { momentFor } from '../../facts.ts';
import { Button } from '../../layout/blocks.tsx';
import { Link, Paragraph, Small } from '../../layout/parts.tsx';
import { linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

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
