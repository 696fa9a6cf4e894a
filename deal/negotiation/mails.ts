import { type Deal, signerProposed } from '../deal.ts';
import { type MailTemplate, type Post, toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';

export const negotiationMails: Mails = {
  // Whoever takes a deal up again knows of it, and its buyer has not written.
  inquiryReceived: ({ after: { inquiry } }) =>
    inquiry.follows ? [] : [...toPeople('inquiryReceived', [inquiry.contact]), toOwner('inquiryNotice')],
  markNegotiationDone: ({ after }) => askForApproval(after),
  proposeTerms: ({ after }, { send }) => [
    ...(send ? toBuyers('proposal', after) : []),
    ...askForApproval(after),
  ],
  sendProposal: ({ after }) => toBuyers('proposal', after),
  withdrawProposal: ({ after }) => toBuyers('proposalWithdrawn', after),
  agreeToProposal: () => [toOwner('proposalAgreed')],
  approveOffer: () => [toOwner('approvalDecided')],
  rejectOffer: () => [toOwner('approvalDecided')],
};

/** Whoever would sign these terms and whoever asked; either may answer. */
const toBuyers = (template: MailTemplate, deal: Deal) =>
  toPeople(template, [signerProposed(deal), deal.inquiry.contact]);

function askForApproval({ approval }: Deal): Post[] {
  return approval?.state === 'pending'
    ? [{ template: 'approvalRequested', reader: { to: 'approvers' } }]
    : [];
}
