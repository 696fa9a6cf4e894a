import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { button, paragraph, small } from '../../blocks.ts';
import type { MailContent } from '../../mail.ts';

/** In place of the link for a new password: the page tells nobody that there is no account, and its reader must not wait. */
export function noAccount({ props, vendor, messages, reader }: AccountMail<'noAccount'>): MailContent {
  const words = messages.mails.noAccount;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    body: [
      paragraph(words.intro(reader.email)),
      paragraph(words.next),
      button(words.button, props.signInUrl),
      small(words.notYou),
    ],
  };
}
