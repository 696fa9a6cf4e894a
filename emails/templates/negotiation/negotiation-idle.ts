import { termsInForce } from '../../../deal/deal.ts';
import { idleSince } from '../../../deal/negotiation/deadlines.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { given, paragraph, type Row, rows } from '../../blocks.ts';
import { momentLines, totalText } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';

const dayLength = 86_400_000;

/** Nothing has happened for a while, for the owner or all of sales. */
export function negotiationIdle(mail: DealMail): MailContent {
  const { deal, messages, now } = mail;
  const words = messages.mails.negotiationIdle;
  const { company } = deal.inquiry;
  const since = idleSince(deal);
  const days = Math.max(1, Math.floor((Date.parse(now) - Date.parse(since)) / dayLength));
  return {
    subject: words.subject({ company: shorten(company, 36), days }),
    title: words.title,
    preheader: words.preheader(momentLines(mail, since)[0] ?? ''),
    body: [
      paragraph(words.intro({ company, days })),
      paragraph(words.hint[deal.stage === 'approving' ? 'approving' : 'negotiating']),
      openDeal(mail),
      rows(stateRows(mail, since)),
    ],
  };
}

/** Where the deal stands, and whom to ask. */
function stateRows(mail: DealMail, since: string): Row[] {
  const { deal, messages } = mail;
  const { labels, values } = messages.mails;
  const terms = termsInForce(deal)?.terms;
  return given<Row>([
    [labels.stage, messages.deal.stages[deal.stage]],
    [labels.lastStep, ...momentLines(mail, since)],
    [labels.company, deal.inquiry.company],
    [labels.contact, values.person(deal.inquiry.contact)],
    terms && [labels.product, terms.productTitle],
    terms && [labels.total, totalText(mail, terms)],
  ]);
}
