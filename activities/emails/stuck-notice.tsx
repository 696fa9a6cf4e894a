import type { Stuck } from '../../shared/deal/deal.ts';
import { type Fact, momentLines } from './facts.ts';
import { deskUrl } from './links.ts';
import type { DealMail, MailContent } from './mail.ts';
import { Button, Facts, Heading, Paragraph } from './parts.tsx';
import { shorten } from './reader.ts';
import { factLines, linkLine, section } from './text.ts';

const dayLength = 86_400_000;

/**
 * The deal waits for a person, for the owner: why, in the outside system's own words, and what would cure it. The same
 * again, day by day, with the days that have gone by.
 */
export function stuckNotice(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const days = daysStuck(mail);
  const { still, ...first } = messages.mails.stuckNotice;
  const words = days > 0 ? { ...first, ...still(days) } : first;
  const { company } = deal.inquiry;
  const troubles = deal.stuck.map(stuck => ({
    reason: messages.deal.stuck[stuck.reason],
    facts: troubleFacts(mail, stuck),
  }));
  const newest = troubles.at(-1)?.reason ?? '';
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 20), reason: shorten(newest, 48) }),
    title: words.title,
    preheader: words.preheader(newest),
    html: (
      <>
        <Paragraph>{words.intro(company)}</Paragraph>
        {troubles.map(({ reason, facts }) => (
          <>
            <Heading>{reason}</Heading>
            <Facts rows={facts} />
          </>
        ))}
        <Button href={url}>{openDeal}</Button>
      </>
    ),
    text: [
      words.intro(company),
      ...troubles.map(({ reason, facts }) => section(reason, factLines(facts))),
      linkLine(openDeal, url),
    ],
  };
}

function daysStuck({ deal, now }: DealMail): number {
  const [since = now] = deal.stuck.map(stuck => stuck.since).toSorted();
  return Math.floor((Date.parse(now) - Date.parse(since)) / dayLength);
}

function troubleFacts(mail: DealMail, stuck: Stuck): Fact[] {
  const { labels, stuckNotice: words } = mail.messages.mails;
  return [
    [labels.since, ...momentLines(mail, stuck.since)],
    [labels.awsSays, ...stuck.detail.split('\n')],
    [labels.cure, words.cures[stuck.cure]],
  ];
}
