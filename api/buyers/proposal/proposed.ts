import { type Deal, type Proposal, type TermsVersion, termsOf } from '../../../deal/deal.ts';
import {
  isSent,
  latestProposal,
  type ProposalState,
  sentBefore,
  stateOf,
} from '../../../deal/negotiation/proposals.ts';
import type { Stage } from '../../../deal/stages.ts';

/** The proposal that the buyer's page shows, with its terms and those that he was sent before. */
export interface Proposed {
  proposal: Proposal;
  state: ProposalState;
  version: TermsVersion;
  before?: TermsVersion;
}

const beforeTheOffer: readonly Stage[] = ['negotiating', 'approving', 'creatingOffer'];

/** What the buyer was sent to answer, until an offer takes its place; `now` is ISO business time. */
export function proposed(deal: Deal, now: string): Proposed | undefined {
  const proposal = latestProposal(deal);
  const isShown = beforeTheOffer.includes(deal.stage) || (deal.stage === 'offered' && isSent(deal));
  if (!proposal || !isShown) return undefined;
  const before = sentBefore(deal, proposal);
  return {
    proposal,
    state: stateOf(deal, proposal, now),
    version: termsOf(deal, proposal.version),
    ...(before && { before }),
  };
}
