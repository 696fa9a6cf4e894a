import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { button, paragraph, small } from '../../blocks.ts';
import type { MailContent } from '../../mail.ts';

/** Sent in place of the verification to an address that is known, so that the page need not tell which it is. */
export function accountExists({ props, vendor, messages }: AccountMail<'accountExists'>): MailContent {
  const words = messages.mails.accountExists;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    body: [paragraph(words.intro), button(words.button, props.signInUrl), small(words.notYou)],
  };
}
