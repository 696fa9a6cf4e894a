import { acceptedOffer, type Deal, termsOf } from '../deal.ts';
import { type Difference, differencesBetween } from '../terms/differences.ts';
import { isOutsideOffer } from './purchase.ts';

/** In what the agreement differs from the terms of its offer; nothing while either is not known, or where nothing was agreed here. */
export function differencesOf(deal: Deal): Difference[] {
  const offer = acceptedOffer(deal);
  return offer && deal.accepted && !isOutsideOffer(deal)
    ? differencesBetween(termsOf(deal, offer.termsVersion).terms, deal.accepted)
    : [];
}
