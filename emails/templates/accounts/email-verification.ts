import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { address, button, paragraph, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

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
    body: [
      paragraph(words.intro),
      button(words.button, props.verifyUrl),
      paragraph(words.validity(moment)),
      address(messages.mails.linkFallback, props.verifyUrl),
      small(words.notYou),
    ],
  };
}
