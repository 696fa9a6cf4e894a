import type { Agreement } from '../agreements/agreement.ts';
import { endOfDay } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import type { Offer, Term } from './offer.ts';

export const termOf = (offer: Offer, type: string): Term | undefined =>
  offer.terms.find(each => each.Type === type);

/** By the business clock. */
export const isExpired = (market: Marketplace, { availabilityEndDate }: Offer) =>
  availabilityEndDate !== undefined && market.clock.now() > endOfDay(availabilityEndDate);

/** What an offer was to replace has ended before the buyer accepted it. */
const comesTooLate = ({ state }: Marketplace, { replacesAgreementId: replaced }: Offer) =>
  replaced !== undefined && state.agreements[replaced]?.status !== 'ACTIVE';

/** The offer if this account may see it: released, targeted at it, and not expired; or accepted by it. */
export function visibleOffer(market: Marketplace, offerId: string, accountId: string): Offer | undefined {
  const offer = market.state.offers[offerId];
  if (offer?.state !== 'Released' || isExpired(market, offer)) return undefined;
  if (comesTooLate(market, offer) && !agreementOfOffer(market, offerId, accountId)) return undefined;
  return offer.buyerAccounts?.includes(accountId) ? offer : undefined;
}

/** What came of an offer for one account: it can be accepted once by each. */
export const agreementOfOffer = (
  market: Marketplace,
  offerId: string,
  accountId: string,
): Agreement | undefined =>
  Object.values(market.state.agreements).find(
    each => each.offerId === offerId && each.acceptorAccountId === accountId && each.intent !== 'RENEW',
  );

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
