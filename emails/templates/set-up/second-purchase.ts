import { link, paragraph, rows } from '../../blocks.ts';
import { agreementIn } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { acceptanceRows } from '../../rows.ts';

/** Another account has accepted the same offer, for the owner of both deals. */
export function secondPurchase(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.secondPurchase;
  const { awsAccountId: account } = agreementIn(deal);
  const first = deal.openedBy?.dealId;
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: words.preheader(account),
    body: [
      paragraph(words.intro({ company: deal.inquiry.company, account })),
      paragraph(words.next),
      rows(acceptanceRows(mail)),
      openDeal(mail),
      first && link({ label: words.first, url: deskUrl(vendor, first) }),
    ],
  };
}
