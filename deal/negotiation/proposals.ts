import { type Deal, latestTerms, type Proposal, type TermsVersion, termsOf } from '../deal.ts';
import type { Refusal } from '../refusals.ts';
import { lastMomentOf } from '../terms/terms.ts';

/** What has become of terms that were sent: newer ones stand in the place of `replaced`, and of `over` the last day has passed. */
export type ProposalState = 'open' | 'agreed' | 'replaced' | 'withdrawn' | 'over';

export const latestProposal = ({ proposals }: Pick<Deal, 'proposals'>): Proposal | undefined =>
  proposals.at(-1);

/** Pure; `now` is ISO business time. A yes stays a yes until other terms are proposed. */
export function stateOf(deal: Deal, proposal: Proposal, now: string): ProposalState {
  if (proposal.withdrawn) return 'withdrawn';
  if (proposal !== latestProposal(deal) || proposal.version !== latestTerms(deal)?.version) return 'replaced';
  if (proposal.agreed) return 'agreed';
  return lastMomentOf(termsOf(deal, proposal.version).terms.offerExpiresOn) < now ? 'over' : 'open';
}

/** Terms on which negotiation has not ended yet. */
export function newTerms(deal: Deal): TermsVersion | undefined {
  const newest = latestTerms(deal);
  return newest?.version === deal.frozenVersion ? undefined : newest;
}

/** The newest terms are with the buyer, and negotiation on them has not ended. */
export function isSent(deal: Deal): boolean {
  const proposal = latestProposal(deal);
  return proposal !== undefined && !proposal.withdrawn && proposal.version === newTerms(deal)?.version;
}

/** The proposal that the buyer can answer now. */
export function openProposal(deal: Deal, now: string): Proposal | undefined {
  const proposal = latestProposal(deal);
  return proposal && stateOf(deal, proposal, now) === 'open' ? proposal : undefined;
}

/** The buyer's yes to the newest terms, if he has given it. */
export function buyersYes(deal: Deal): Proposal['agreed'] {
  const proposal = latestProposal(deal);
  return proposal?.version === latestTerms(deal)?.version && !proposal?.withdrawn
    ? proposal?.agreed
    : undefined;
}

/** The newest terms wait for the buyer's answer. */
export const isWithBuyer = (deal: Deal): boolean => isSent(deal) && !buyersYes(deal);

/** The terms that the buyer was sent before these, to say what has changed since. */
export function sentBefore(deal: Deal, { version }: Pick<Proposal, 'version'>): TermsVersion | undefined {
  const before = deal.proposals.findLast(each => each.version < version);
  return before && termsOf(deal, before.version);
}

/** Why the buyer cannot agree to this version. */
export function refusedYes(deal: Deal, version: number, now: string): Refusal | undefined {
  const proposal = deal.proposals.findLast(each => each.version === version);
  if (!proposal) return { code: 'noProposal' };
  const state = stateOf(deal, proposal, now);
  if (state === 'open') return deal.frozenVersion === version ? { code: 'notNow' } : undefined;
  return { code: refusals[state] };
}

const refusals = {
  agreed: 'alreadyAgreed',
  replaced: 'proposalReplaced',
  withdrawn: 'proposalWithdrawn',
  over: 'proposalOver',
} as const;
