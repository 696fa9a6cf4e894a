import { shorten } from '../shared/plain-text.ts';
import { button, type Part, small } from './blocks.ts';
import { momentFor, productText } from './facts.ts';
import { approvalsUrl, deskUrl } from './links.ts';
import type { DealMail } from './mail.ts';

/** The button that leads to the deal at the desk. */
export function openDeal({ deal, vendor, messages }: DealMail, label = messages.mails.openDeal): Part {
  return button(label, deskUrl(vendor, deal.dealId));
}

/** The button that leads an approver to his decision. */
export function decide({ deal, vendor, messages, approvalLink }: DealMail): Part {
  const { button: label } = messages.mails.approvalRequested;
  return button(label, approvalLink?.url ?? approvalsUrl(vendor, deal.dealId));
}

/** Whose the button is and how long, where no sign-in is asked for. */
export function whoseButton(mail: DealMail): Part | undefined {
  const { approvalLink, messages } = mail;
  if (!approvalLink) return undefined;
  return small(messages.mails.approvalRequested.yoursAlone(momentFor(mail, approvalLink.endsAt)));
}

/** Which deal it is, short enough for a subject. */
export function shortDeal(mail: DealMail) {
  return { company: shorten(mail.deal.inquiry.company, 32), product: shorten(productText(mail), 28) };
}

/** Who the owner is, and why a lead hears of his deal. Nothing for other readers. */
export function whyLead({ deal, reader, messages }: DealMail): string | undefined {
  if (reader.role !== 'lead') return undefined;
  const { toLead, toSales } = messages.mails.escalated;
  return deal.owner ? toLead(deal.owner) : toSales;
}
