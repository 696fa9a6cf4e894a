import { type Deal, latestTerms } from '../deal.ts';
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

/** Whoever would sign these terms, who may be another than of an offer that is out, and whoever asked; either may answer. */
function toBuyers(template: MailTemplate, deal: Deal): Post[] {
  const { contact } = deal.inquiry;
  return toPeople(template, [deal.signer ?? latestTerms(deal)?.terms.signer ?? contact, contact]);
}

function askForApproval({ approval }: Deal): Post[] {
  return approval?.state === 'pending'
    ? [{ template: 'approvalRequested', reader: { to: 'approvers' } }]
    : [];
}
