import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { address, button, paragraph, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** The link with which somebody who has forgotten his password chooses a new one. */
export function passwordReset({
  props: { resetUrl, goodForHours, expiresAt },
  vendor,
  messages,
  reader,
}: AccountMail<'passwordReset'>): MailContent {
  const words = messages.mails.passwordReset;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(goodForHours),
    opening: words.opening(vendor.name),
    body: [
      paragraph(words.intro),
      button(words.button, resetUrl),
      paragraph(words.validity(goodForHours, momentFor({ reader, messages }, expiresAt))),
      address(messages.mails.linkFallback, resetUrl),
      small(words.notYou),
    ],
  };
}
