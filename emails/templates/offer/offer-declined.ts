import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, quote, rows, section } from '../../blocks.ts';
import { agreedTerms, productText } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { signerRow, termsRows } from '../../rows.ts';

/** The buyer said no, for the owner. */
export function offerDeclined(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.offerDeclined;
  const { company } = deal.inquiry;
  const reason = (deal.closed ?? deal.ending)?.reason;
  return {
    subject: words.subject({ company: shorten(company, 30), product: shorten(productText(mail), 24) }),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro(company)),
      reason && section(words.reason, quote(reason)),
      openDeal(mail),
      rows([signerRow(mail), ...termsRows(mail, agreedTerms(deal))]),
    ],
  };
}
