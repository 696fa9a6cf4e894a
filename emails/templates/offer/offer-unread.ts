import { signerOf } from '../../../deal/deal.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, rows } from '../../blocks.ts';
import { momentFor, offerIn } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows } from '../../rows.ts';

/** The signer has not looked at the offer, for the owner, who can call. */
export function offerUnread(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.offerUnread;
  const { company, contact } = deal.inquiry;
  const moment = momentFor(mail, offerIn(deal).releasedAt);
  const { name: signer, email } = signerOf(deal);
  const other = contact.email === email ? undefined : contact.name;
  return {
    subject: words.subject(shorten(company, 32)),
    title: words.title,
    preheader: words.preheader(moment),
    body: [
      paragraph(words.intro({ company, signer, email, moment })),
      paragraph(words.hint({ signer, ...(other && { contact: other }) })),
      openDeal(mail),
      rows(offerRows(mail)),
    ],
  };
}
