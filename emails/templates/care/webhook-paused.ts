import type { AccountMail } from '../../account-mail.ts';
import { button, paragraph, rows } from '../../blocks.ts';
import { momentLines } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** To whoever can resume it: the vendor's receiver of timeline entries takes nothing more. */
export function webhookPaused({ props, reader, messages }: AccountMail<'webhookPaused'>): MailContent {
  const words = messages.webhooks.mail;
  return {
    subject: words.subject,
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro),
      rows([
        [words.since, ...momentLines({ reader }, props.pausedAt)],
        [words.why, words.reasons[props.pausedFor]],
      ]),
      paragraph(words.next),
      button(words.button, props.pageUrl),
    ],
  };
}
