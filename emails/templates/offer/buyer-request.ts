import type { Deal } from '../../../deal/deal.ts';
import { deadlineKey } from '../../../deal/keys.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, quote, rows, section, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import { openDeal, whyLead } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows, signerRow } from '../../rows.ts';

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
      rows([signerRow(mail), ...offerRows(mail)]),
      why && small(why),
    ],
  };
}

function wordsFor(mail: DealMail) {
  const { deal, reader, messages } = mail;
  const { overdue, lead, ...first } = messages.mails.buyerRequest;
  const { kind, at } = requestIn(deal);
  const asked = { company: deal.inquiry.company, moment: momentFor(mail, at) };
  if (reader.role === 'lead')
    return {
      subject: lead.subject[kind],
      title: lead.title,
      intro: lead.intro(asked),
      action: lead.action[kind],
    };
  const action = first.intro[kind];
  const isReminder = deal.passed.includes(deadlineKey('requestDue', [at]));
  return isReminder
    ? { subject: overdue.subject[kind], title: overdue.title, intro: overdue.intro(asked), action }
    : { subject: first.subject[kind], title: first.title[kind], intro: undefined, action };
}

function requestIn(deal: Deal) {
  if (!deal.request) throw new RangeError(`deal ${deal.dealId} has no request to write about`);
  return deal.request;
}
