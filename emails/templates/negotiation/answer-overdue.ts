import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { note, paragraph, rows, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import { openDeal, whyLead } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { inquiryRows } from '../../rows.ts';

/** The time to answer has passed: for the owner or all of sales, and later for whoever leads the owner. */
export function answerOverdue(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const { company } = deal.inquiry;
  const moment = momentFor(mail, answerDueAt(deal));
  const { subject, title, intro, hint } = wordsFor(mail);
  const why = whyLead(mail);
  const isUnowned = !deal.owner && !why;
  return {
    subject: subject(shorten(company, 36)),
    title,
    preheader: messages.mails.answerOverdue.preheader(moment),
    body: [
      paragraph(intro({ company, moment })),
      isUnowned && note(messages.mails.inquiryNotice.noOwner),
      paragraph(hint),
      openDeal(mail),
      rows(inquiryRows(mail)),
      why && small(why),
    ],
  };
}

function wordsFor({ deal, reader, messages }: DealMail) {
  const { owner, lead } = messages.mails.answerOverdue;
  return reader.role === 'lead' ? { ...lead, hint: lead.hint[deal.owner ? 'owned' : 'unowned'] } : owner;
}
