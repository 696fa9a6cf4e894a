import { answered, withoutRequest } from '../conversation/request.ts';
import { type Deal, type Proposal, termsOf } from '../deal.ts';
import { beginOffer, offerFailed, withoutChangeSetTrouble } from '../offer/change-set.ts';
import type { Evolution } from '../part.ts';
import type { Actor } from '../people.ts';
import { withoutStuck } from '../stuck.ts';
import { approvalReasons } from './approval.ts';
import type { NegotiationCommand } from './rules.ts';

export const negotiationEvolution: Evolution<NegotiationCommand | 'inquiryReceived'> = {
  inquiryReceived: deal => deal,

  proposeTerms: (deal, { terms, send }, { by, at }) => {
    const version = deal.terms.length + 1;
    const settled = send ? answered(deal) : withoutRequest(deal);
    const { approval: _superseded, signer: _named, ...rest } = withoutStuck(settled, 'offer');
    const proposed = {
      ...rest,
      owner: deal.owner ?? ownerFrom(by),
      answeredAt: deal.answeredAt ?? at,
      terms: [...deal.terms, { version, terms, proposedBy: by, at }],
      ...(send && { proposals: [...deal.proposals, { version, sentAt: at }] }),
    };
    if (!offerFailed(deal)) return proposed;
    // The negotiation was over when AWS refused the offer, so corrected terms of those who may end one carry on by themselves,
    // unless the buyer is asked about them.
    return mayEnd(by) && !send ? freeze(proposed, version, by) : reopened(proposed);
  },

  sendProposal: (deal, { version }, { at }) => ({
    ...answered(deal),
    proposals: [...deal.proposals, { version, sentAt: at }],
  }),
  withdrawProposal: (deal, { reason }, { at }) => withLatest(deal, { withdrawn: { reason, at } }),
  // Whoever agrees wants nothing else any more.
  agreeToProposal: (deal, { name }, { at }) => withoutRequest(withLatest(deal, { agreed: { name, at } })),

  markNegotiationDone: (deal, { version }, { by }) => freeze(deal, version, by),

  approveOffer: (deal, { comment }, { by, at }) =>
    beginOffer(decided(deal, { state: 'approved', comment, by, at })),

  rejectOffer: (deal, { comment }, { by, at }) => {
    const { frozenVersion: _open, ...rest } = decided(deal, { state: 'rejected', comment, by, at });
    return rest;
  },
};

const withLatest = (deal: Deal, change: Partial<Proposal>): Deal => ({
  ...deal,
  proposals: deal.proposals.map((each, index) =>
    index === deal.proposals.length - 1 ? { ...each, ...change } : each,
  ),
});

/** Whoever of the staff takes up a deal that nobody looks after, looks after it. Programs do not. */
function ownerFrom({ kind, id }: Actor): string | undefined {
  return kind === 'staff' && id.includes('@') ? id : undefined;
}

const mayEnd = ({ roles = [] }: Actor) => roles.includes('sales');

/** Somebody else must say that the negotiation is done, as with any other terms. */
function reopened(deal: Deal): Deal {
  const { changeSet: _refused, frozenVersion: _open, ...rest } = deal;
  return { ...rest, stuck: withoutChangeSetTrouble(deal) };
}

/** The version is fixed; an offer is begun at once unless an approver must be asked. */
function freeze(deal: Deal, version: number, requestedBy: Actor): Deal {
  const reasons = approvalReasons(termsOf(deal, version).terms, deal.policy);
  const frozen = { ...withoutStuck(deal, 'offer'), frozenVersion: version };
  if (reasons.length === 0) return beginOffer(frozen);
  // What AWS refused is over once an approver decides on something else.
  const { changeSet: _refused, ...open } = frozen;
  return {
    ...open,
    stuck: withoutChangeSetTrouble(frozen),
    approval: { version, reasons, requestedBy, state: 'pending' },
  };
}

function decided(
  deal: Deal,
  answer: { state: 'approved' | 'rejected'; comment?: string; by: Actor; at: string },
): Deal {
  if (!deal.approval) return deal;
  const { state, comment, by, at } = answer;
  return { ...deal, approval: { ...deal.approval, state, comment, decidedBy: by, decidedAt: at } };
}
