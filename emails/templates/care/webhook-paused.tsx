import type { AccountMail } from '../../account-mail.ts';
import { type Fact, momentLines } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';

/** To whoever can resume it: the vendor's receiver of timeline entries takes nothing more. */
export function webhookPaused({ props, reader, messages }: AccountMail<'webhookPaused'>): MailContent {
  const words = messages.webhooks.mail;
  const facts: Fact[] = [
    [words.since, ...momentLines({ reader }, props.pausedAt)],
    [words.why, words.reasons[props.pausedFor]],
  ];
  return {
    subject: words.subject,
    title: words.title,
    preheader: words.preheader,
    html: (
      <>
        <Paragraph>{words.intro}</Paragraph>
        <Facts rows={facts} />
        <Paragraph>{words.next}</Paragraph>
        <Button href={props.pageUrl}>{words.button}</Button>
      </>
    ),
    text: [words.intro, factLines(facts), words.next, linkLine(words.button, props.pageUrl)],
  };
}
