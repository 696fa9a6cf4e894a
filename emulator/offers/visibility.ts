import type { Agreement } from '../engine/agreement.ts';
import { endOfDay } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import type { Offer } from '../engine/offer.ts';

/** By the business clock. */
export const isExpired = (market: Marketplace, { availabilityEndDate }: Offer) =>
  availabilityEndDate !== undefined && market.clock.now() > endOfDay(availabilityEndDate);

/** What an offer was to replace has ended before the buyer accepted it. */
const comesTooLate = ({ state }: Marketplace, { replacesAgreementId: replaced }: Offer) =>
  replaced !== undefined && state.agreements[replaced]?.status !== 'ACTIVE';

function isTargeted({ state }: Marketplace, { buyerAccounts = [] }: Offer, accountId: string): boolean {
  const { managementAccountId } = state.accounts.find(each => each.id === accountId) ?? {};
  return buyerAccounts.some(each => each === accountId || each === managementAccountId);
}

/** The offer if this account may see it: released, targeted at it, and not expired; or accepted by it. */
export function visibleOffer(market: Marketplace, offerId: string, accountId: string): Offer | undefined {
  const offer = market.state.offers[offerId];
  if (offer?.state !== 'Released' || isExpired(market, offer)) return undefined;
  if (comesTooLate(market, offer) && !agreementOfOffer(market, offerId, accountId)) return undefined;
  return isTargeted(market, offer, accountId) ? offer : undefined;
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
