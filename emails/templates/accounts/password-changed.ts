import { shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { button, paragraph } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** After a forgotten password was replaced: whoever did not do it himself learns of it, and what to do. */
export function passwordChanged({
  props,
  vendor,
  messages,
  reader,
}: AccountMail<'passwordChanged'>): MailContent {
  const words = messages.mails.passwordChanged;
  const moment = momentFor({ reader, messages }, props.changedAt);
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(moment),
    opening: words.opening(vendor.name),
    body: [
      paragraph(words.intro(moment)),
      paragraph(words.next),
      paragraph(words.notYou(vendor.supportEmail)),
      button(words.button, props.forgottenUrl),
    ],
  };
}
