import { shorten } from '../../../shared/plain-text.ts';
import { button, paragraph, quote, rows, section } from '../../blocks.ts';
import { agreementIn, productText, unlinkedIn } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows } from '../../rows.ts';

/** Support has ended the link: for user and signer, with the way to choose anew, and for the owner. */
export function linkEnded(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forBuyer(mail);
}

function forBuyer(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const { linkEnded, linkMoved, setUpReminder } = messages.mails;
  const words = linkEnded.buyer;
  const { organizationName: organization, reason } = unlinkedIn(deal);
  const product = productText(mail);
  const session = deal.registration?.setupSessionId;
  const next = session ? words.next : words.throughAws;
  return {
    subject: words.subject(shorten(product, 32)),
    title: words.title,
    preheader: next,
    body: [
      paragraph(words.intro({ product, organization })),
      section(linkMoved.reason, quote(reason)),
      paragraph(words.billed(agreementIn(deal).awsAccountId)),
      paragraph(next),
      session
        ? button(words.button, setUpUrl(vendor, session))
        : button(setUpReminder.manage, vendor.manageUrl),
      rows(saleRows(mail)),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { linkEnded, linkMoved } = mail.messages.mails;
  const words = linkEnded.owner;
  const { organizationName: organization, reason } = unlinkedIn(mail.deal);
  const { company } = mail.deal.inquiry;
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: organization,
    body: [
      paragraph(words.intro({ company, organization })),
      section(linkMoved.reason, quote(reason)),
      openDeal(mail),
      rows(saleRows(mail)),
    ],
  };
}
