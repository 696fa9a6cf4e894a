import type { Deal } from '../../../deal/deal.ts';
import { deadlineKey } from '../../../deal/keys.ts';
import { isSent } from '../../../deal/negotiation/proposals.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, quote, type Row, rows, section, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import { openDeal, whyLead } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { inquiryRows, offerRows, signerRow } from '../../rows.ts';
import { proposalRows } from '../negotiation/proposal.ts';

/**
 * The buyer wants something else or more time: for the owner at once, again when nobody has answered in time, and later
 * for whoever leads the owner.
 */
export function buyerRequest(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const { message } = requestIn(deal);
  const { subject, title, intro, action } = wordsFor(mail);
  const why = whyLead(mail);
  return {
    subject: subject(shorten(deal.inquiry.company, 40)),
    title,
    preheader: shorten(message, 80),
    body: [
      intro && paragraph(intro),
      section(messages.mails.buyerRequest.message, quote(message)),
      paragraph(action),
      openDeal(mail),
      rows(rowsOf(mail)),
      why && small(why),
    ],
  };
}

/** What the deal stands on, as far as it has come. */
function rowsOf(mail: DealMail): Row[] {
  const { deal } = mail;
  if (isSent(deal)) return proposalRows(mail);
  return deal.offers.length > 0 ? [signerRow(mail), ...offerRows(mail)] : inquiryRows(mail);
}

function wordsFor(mail: DealMail) {
  const { deal, reader, messages } = mail;
  const { overdue, lead, ...first } = messages.mails.buyerRequest;
  const { kind, at } = requestIn(deal);
  const asked = { company: deal.inquiry.company, moment: momentFor(mail, at) };
  // Nothing is in AWS yet that would have to be replaced.
  const early = kind === 'change' && isSent(deal) ? messages.mails.proposalRequest : undefined;
  const written = kind === 'message';
  if (reader.role === 'lead')
    return {
      subject: lead.subject[kind],
      title: lead.title,
      intro: early?.lead(asked) ?? (written ? lead.written(asked) : lead.intro(asked)),
      action: early?.leadAction ?? lead.action[kind],
    };
  const action = early?.intro ?? first.intro[kind];
  const isReminder = deal.passed.includes(deadlineKey('requestDue', [at]));
  const late = early?.overdue(asked) ?? (written ? overdue.written(asked) : overdue.intro(asked));
  return isReminder
    ? { subject: overdue.subject[kind], title: overdue.title, intro: late, action }
    : { subject: first.subject[kind], title: first.title[kind], intro: undefined, action };
}

function requestIn(deal: Deal) {
  if (!deal.request) throw new RangeError(`deal ${deal.dealId} has no request to write about`);
  return deal.request;
}
