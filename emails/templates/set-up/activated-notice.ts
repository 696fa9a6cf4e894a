import { paragraph, rows } from '../../blocks.ts';
import { linkIn } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { linkRows } from '../../rows.ts';

/** The buyer is set up and billed through AWS, for the owner. */
export function activatedNotice(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.activatedNotice;
  const { company } = deal.inquiry;
  const { organizationName: organization, moved } = linkIn(deal);
  const intro = moved ? words.moved : words.intro;
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: words.preheader(organization),
    body: [paragraph(intro({ company, organization })), rows(linkRows(mail)), openDeal(mail)],
  };
}
