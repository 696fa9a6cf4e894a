import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { note, paragraph, quote, rows, section } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { inquiryRows } from '../../rows.ts';

/** A new inquiry, for its owner or, while it has none, for all of sales. */
export function inquiryNotice(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.inquiryNotice;
  const { company, message, withoutAttachments = 0 } = deal.inquiry;
  return {
    subject: words.subject(shorten(company, 40)),
    title: words.title,
    preheader: words.preheader(momentFor(mail, answerDueAt(deal))),
    body: [
      paragraph(words.intro(company)),
      !deal.owner && note(words.noOwner),
      rows(inquiryRows(mail)),
      section(
        words.message,
        quote(message),
        withoutAttachments > 0 && note(words.withoutAttachments(withoutAttachments)),
      ),
      openDeal(mail, words.answer),
    ],
  };
}
