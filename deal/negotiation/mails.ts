import type { Deal } from '../deal.ts';
import { type Post, toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';

export const negotiationMails: Mails = {
  // Whoever takes a deal up again knows of it, and its buyer has not written.
  inquiryReceived: ({ after: { inquiry } }) =>
    inquiry.follows ? [] : [...toPeople('inquiryReceived', [inquiry.contact]), toOwner('inquiryNotice')],
  markNegotiationDone: ({ after }) => askForApproval(after),
  proposeTerms: ({ after }) => askForApproval(after),
  approveOffer: () => [toOwner('approvalDecided')],
  rejectOffer: () => [toOwner('approvalDecided')],
};

function askForApproval({ approval }: Deal): Post[] {
  return approval?.state === 'pending'
    ? [{ template: 'approvalRequested', reader: { to: 'approvers' } }]
    : [];
}
