import { acceptedOffer, type Deal, signerOf, termsOf } from '../deal.ts';
import type { Terms } from '../terms/terms.ts';

const day = 86_400_000;
const shortest = 14;

/** True for a deal whose buyer accepted and whose payment AWS could not collect. */
export const isUnpaid = ({ closed, agreement }: Deal) =>
  closed !== undefined && agreement?.status === 'ROLLED_BACK';

/**
 * The terms that were accepted and not paid, to be offered again: to whoever signs now, for as many days as before, and for
 * two weeks at the least. `now` is ISO business time.
 */
export function termsAgain(deal: Deal, now: string): Terms | undefined {
  const offer = acceptedOffer(deal);
  if (!isUnpaid(deal) || !offer) return undefined;
  const { terms } = termsOf(deal, offer.termsVersion);
  const days = Math.round((Date.parse(offer.expiresOn) - Date.parse(offer.releasedAt)) / day);
  const end = Date.parse(now) + Math.max(shortest, days) * day;
  return {
    ...terms,
    buyerAwsAccountIds: accountsAgain(deal, terms),
    signer: signerOf(deal),
    offerExpiresOn: new Date(end).toISOString().slice(0, 10),
  };
}

/**
 * Without the accounts that have accepted the same offer by purchases of their own: they would be sold it twice. The deal of
 * a second purchase knows of its own alone.
 */
function accountsAgain({ agreement, openedBy, secondPurchases }: Deal, terms: Terms): string[] {
  const own = agreement ? [agreement.awsAccountId] : [];
  const others = secondPurchases.map(({ notice }) => notice.awsAccountId);
  const asked = terms.buyerAwsAccountIds.filter(id => own.includes(id) || !others.includes(id));
  return openedBy?.dealId || asked.length === 0 ? own : asked;
}
