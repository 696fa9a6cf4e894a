import { idleSince } from '../../../deal/negotiation/deadlines.ts';
import { type Fact, momentLines, termsIn, totalText } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

const dayLength = 86_400_000;

/** Nothing has happened for a while, for the owner or all of sales. */
export function negotiationIdle(mail: DealMail): MailContent {
  const { deal, messages, vendor, now } = mail;
  const words = messages.mails.negotiationIdle;
  const { company } = deal.inquiry;
  const since = idleSince(deal);
  const days = Math.max(1, Math.floor((Date.parse(now) - Date.parse(since)) / dayLength));
  const intro = words.intro({ company, days });
  const hint = words.hint[deal.stage === 'approving' ? 'approving' : 'negotiating'];
  const facts = stateFacts(mail, since);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 36), days }),
    title: words.title,
    preheader: words.preheader(momentLines(mail, since)[0] ?? ''),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{hint}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [intro, hint, linkLine(openDeal, url), factLines(facts)],
  };
}

/** Where the deal stands, and whom to ask. */
function stateFacts(mail: DealMail, since: string): Fact[] {
  const { deal, messages } = mail;
  const { labels, values } = messages.mails;
  const terms = termsIn(deal);
  return [
    [labels.stage, messages.deal.stages[deal.stage]],
    [labels.lastStep, ...momentLines(mail, since)],
    [labels.company, deal.inquiry.company],
    [labels.contact, values.person(deal.inquiry.contact)],
    ...(terms
      ? ([
          [labels.product, terms.productTitle],
          [labels.total, totalText(mail, terms)],
        ] as Fact[])
      : []),
  ];
}
