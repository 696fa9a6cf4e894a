import type { Offer, Term } from '../engine/offer.ts';

/** The offer's term of a type: there is at most one of each. */
export const termOf = (offer: Offer, type: string): Term | undefined =>
  offer.terms.find(each => each.Type === type);

export type RateCard = {
  Selector: { Value: string };
  Constraints: { MultipleDimensionSelection: string; QuantityConfiguration: string };
  RateCard: { DimensionKey: string; Price: string }[];
};

/** The prices of a configurable contract for one of its durations; the first if none is named. */
export function rateCardOf(offer: Offer, duration?: string): RateCard | undefined {
  const cards = (termOf(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? []) as RateCard[];
  return duration ? cards.find(each => each.Selector.Value === duration) : cards[0];
}
