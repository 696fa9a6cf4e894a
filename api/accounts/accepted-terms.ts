import { acceptedOffer, type Deal, latestTerms, termsOf } from '../../deal/deal.ts';
import type { Terms } from '../../deal/terms/terms.ts';

/** The terms of the offer that was accepted, else the newest ones. */
export function acceptedTerms(deal: Deal): Terms | undefined {
  const accepted = acceptedOffer(deal);
  return accepted ? termsOf(deal, accepted.termsVersion).terms : latestTerms(deal)?.terms;
}
