import type { AccountMail } from '../../account-mail.ts';
import { paragraph, rows } from '../../blocks.ts';
import { momentLines } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** To staff: AWS pays nothing out to the vendor. No deal is concerned, and no buyer. */
export function disbursementPaused({
  props,
  reader,
  messages,
}: AccountMail<'disbursementPaused'>): MailContent {
  const words = messages.mails.disbursementPaused;
  return {
    subject: words.subject,
    title: words.title,
    preheader: words.next,
    body: [
      paragraph(words.intro),
      paragraph(words.next),
      rows([[words.since, ...momentLines({ reader }, props.at)]]),
    ],
  };
}
