import { type Deal, signerOf } from '../../deal/deal.ts';
import type { Cast } from './cast.ts';
import type { negotiated } from './negotiated.ts';
import { offeredAnd } from './offered.ts';
import type { Posts, Sample } from './posts.ts';

/** Until the offer is released. */
export function negotiationSamples(
  { person, owner, lead, approver }: Posts,
  early: ReturnType<typeof negotiated>,
) {
  const { asked, owned, proposed, approving, proposals, sender, answer } = early;
  const { contact } = asked.inquiry;
  return {
    inquiryReceived: person('inquiryReceived', asked.inquiry.contact, asked),
    'inquiryReceived-withoutAccount': person('inquiryReceived', asked.inquiry.contact, withoutAccount(asked)),
    'inquiryReceived-withAttachments': person('inquiryReceived', contact, withAttachments(asked)),
    inquiryNotice: owner('inquiryNotice', asked),
    'inquiryNotice-withAttachments': owner('inquiryNotice', withAttachments(asked)),
    answerOverdue: owner('answerOverdue', asked),
    'answerOverdue-lead': lead('answerOverdue', owned),
    'answerOverdue-lead-unowned': lead('answerOverdue', asked),
    negotiationIdle: owner('negotiationIdle', proposed),
    messageToBuyer: {
      ...person('messageToBuyer', contact, owned),
      said: { name: sender.name, text: answer },
    },
    messageFromBuyer: {
      ...owner('messageFromBuyer', proposed),
      said: { name: contact.name, text: early.wish, withoutAttachments: 1 },
    },
    attachmentsNotKept: {
      ...person('attachmentsNotKept', contact, proposed),
      said: { name: contact.name, text: early.wish, withoutAttachments: 1 },
    },
    newLink: person('newLink', contact, proposed),
    proposal: person('proposal', signerOf(proposals.first), proposals.first),
    'proposal-contact': person('proposal', contact, proposals.first),
    'proposal-again': person('proposal', signerOf(proposals.again), proposals.again),
    proposalReminder: person('proposalReminder', contact, proposals.first),
    proposalWithdrawn: person('proposalWithdrawn', contact, proposals.takenBack),
    proposalAgreed: owner('proposalAgreed', proposals.agreed),
    'buyerRequest-early': owner('buyerRequest', proposals.change),
    'buyerRequest-early-overdue': owner('buyerRequest', proposals.changeOverdue),
    'buyerRequest-early-lead': lead('buyerRequest', proposals.changeOverdue),
    approvalRequested: approver('approvalRequested', approving),
    'approvalRequested-discountUnknown': approver('approvalRequested', early.unlisted),
    'approvalOverdue-approver': approver('approvalOverdue', approving),
    'approvalOverdue-owner': owner('approvalOverdue', approving),
    'approvalOverdue-lead': lead('approvalOverdue', approving),
    'approvalDecided-approved': owner('approvalDecided', early.approved),
    'approvalDecided-rejected': owner('approvalDecided', early.rejected),
  };
}

/** Not everybody knows his account when he asks. */
function withoutAccount(deal: Deal): Deal {
  const { awsAccountId: _unknown, ...inquiry } = deal.inquiry;
  return { ...deal, inquiry };
}

/** It came by mail, with files. */
const withAttachments = (deal: Deal): Deal => ({
  ...deal,
  inquiry: { ...deal.inquiry, withoutAttachments: 2 },
});

/** From the offer to the buyer's answer. */
export function offerSamples(
  { person, owner, lead }: Posts,
  { cast, offered }: { cast: Cast; offered: Deal },
): Record<string, Sample> {
  const after = offeredAnd(cast, offered);
  const { signer, inquiry } = cast;
  return {
    offer: person('offer', signer, offered),
    'offer-contact': person('offer', inquiry.contact, offered),
    offerUnread: owner('offerUnread', offered),
    offerExtended: person('offerExtended', signer, after.extended),
    'offerExtended-contact': person('offerExtended', inquiry.contact, after.extended),
    'offerExpiring-signer': person('offerExpiring', signer, offered),
    'offerExpiring-signer-lastHours': person('offerExpiring', signer, after.lastHours),
    'offerExpiring-contact': person('offerExpiring', inquiry.contact, offered),
    'offerExpiring-contact-lastHours': person('offerExpiring', inquiry.contact, after.lastHours),
    offerExpired: owner('offerExpired', after.expired),
    'offerWithdrawn-withdrawn': person('offerWithdrawn', signer, after.withdrawn),
    'offerWithdrawn-declined': person('offerWithdrawn', signer, after.declined),
    'buyerRequest-change': owner('buyerRequest', after.change),
    'buyerRequest-change-overdue': owner('buyerRequest', after.changeOverdue),
    'buyerRequest-change-lead': lead('buyerRequest', after.changeOverdue),
    'buyerRequest-moreTime': owner('buyerRequest', after.moreTime),
    'buyerRequest-moreTime-overdue': owner('buyerRequest', after.moreTimeOverdue),
    'buyerRequest-moreTime-lead': lead('buyerRequest', after.moreTimeOverdue),
    offerDeclined: owner('offerDeclined', after.declining),
  };
}
