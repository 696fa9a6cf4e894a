import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, quote, rows, section } from '../../blocks.ts';
import { linkIn, productText } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows } from '../../rows.ts';

/** Support links the purchase to another organization, or anew: for everybody of both organizations, and the owner. */
export function linkMoved(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forBuyer(mail);
}

function forBuyer(mail: DealMail): MailContent {
  const words = mail.messages.mails.linkMoved;
  const { subject, title, intro, ...buyer } = words.buyer;
  const { organization, from, how, reason } = moveOf(mail);
  const product = productText(mail);
  const effect = buyer.to(organization);
  return {
    subject: subject[how](shorten(product, 32)),
    title: title[how],
    preheader: effect,
    body: [
      paragraph(intro[how]({ product, organization, from })),
      from && paragraph(buyer.from(from)),
      paragraph(effect),
      paragraph(buyer.same),
      section(words.reason, quote(reason)),
      rows(saleRows(mail)),
      paragraph(buyer.unexpected),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const words = mail.messages.mails.linkMoved;
  const { subject, title, intro } = words.owner;
  const { organization, from, how, reason } = moveOf(mail);
  const { company } = mail.deal.inquiry;
  return {
    subject: subject[how](shortDeal(mail)),
    title: title[how],
    preheader: organization,
    body: [
      paragraph(intro[how]({ company, from, organization })),
      section(words.reason, quote(reason)),
      openDeal(mail),
      rows(saleRows(mail)),
    ],
  };
}

function moveOf({ deal }: DealMail) {
  const { organizationName, moved } = linkIn(deal);
  if (!moved) throw new RangeError(`the link of deal ${deal.dealId} was not made by support`);
  const { from = '', reason } = moved;
  return { organization: organizationName, from, how: from ? 'moved' : 'linked', reason } as const;
}
