import { acceptedOffer, type Deal, termsOf } from '../deal.ts';
import { type Difference, differencesBetween } from '../terms/differences.ts';

/** In what the agreement differs from the terms of its offer; nothing while either is not known. */
export function differencesOf(deal: Deal): Difference[] {
  const offer = acceptedOffer(deal);
  return offer && deal.accepted
    ? differencesBetween(termsOf(deal, offer.termsVersion).terms, deal.accepted)
    : [];
}
