import { Button, Facts, Note } from '../../layout/blocks.tsx';
import { Heading, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, section } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';
import { type Trouble, troubleOf } from './stuck-trouble.ts';

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
  const troubles = deal.stuck.map(stuck => troubleOf(mail, stuck));
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
        {troubles.map(trouble => (
          <Told {...trouble} />
        ))}
        <Button href={url}>{openDeal}</Button>
      </>
    ),
    text: [words.intro(company), ...troubles.map(linesOf), linkLine(openDeal, url)],
  };
}

function Told({ reason, about, facts, cure }: Trouble) {
  return (
    <>
      <Heading>{reason}</Heading>
      {about && <Paragraph>{about}</Paragraph>}
      <Facts rows={facts} />
      <Note>{cure}</Note>
    </>
  );
}

function linesOf({ reason, about, facts, cure }: Trouble): string {
  return section(reason, ...(about ? [about] : []), factLines(facts), `→ ${cure}`);
}

function daysStuck({ deal, now }: DealMail): number {
  const [since = now] = deal.stuck.map(stuck => stuck.since).toSorted();
  return Math.floor((Date.parse(now) - Date.parse(since)) / dayLength);
}
