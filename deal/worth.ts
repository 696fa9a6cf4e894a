import { type Deal, termsInForce } from './deal.ts';
import type { Amount, Currency } from './terms/money.ts';
import { totalOf } from './terms/terms.ts';

/**
 * What a deal is worth over its whole term: what AWS charges, once it has told, since an agreement may have grown after it
 * was accepted; else the terms that hold. Nothing before there are terms.
 */
export function worthOf(deal: Deal): { amount: Amount; currency: Currency } | undefined {
  const { total: amount, currency } = deal.accepted ?? {};
  if (amount && currency) return { amount, currency };
  const terms = termsInForce(deal)?.terms;
  return terms && { amount: totalOf(terms), currency: terms.currency };
}
