import { type AcceptedTerm, type Agreement, renewalTermOf } from '../engine/agreement.ts';
import { wholeSecond } from '../engine/dates.ts';
import { licenseArn, newId } from '../engine/ids.ts';
import { type Marketplace, secondOf, timestamp } from '../engine/marketplace.ts';
import { raised } from '../engine/money.ts';
import { announceAgreement } from './announce.ts';
import { endAgreementAs } from './end.ts';
import { agreementValue } from './value.ts';

const mayStillRenew = (agreement: Agreement) =>
  agreement.renewals < (renewalTermOf(agreement)?.maxRenewals ?? Number.POSITIVE_INFINITY);

/** The buyer wants it, and the seller's term does not stop it. */
export const willRenew = (agreement: Agreement) => agreement.autoRenew && mayStillRenew(agreement);

/** Why an agreement just ends, in AWS's words. */
export function reasonToExpire(agreement: Agreement): string {
  if (!renewalTermOf(agreement)) return 'NO_RENEWAL_TERM';
  return mayStillRenew(agreement) ? 'ACCEPTOR_RENEW_OPTED_OUT' : 'RENEWAL_LIMIT_EXHAUSTED';
}

const PRICES = ['price', 'chargeAmount'];

function withPrices(value: unknown, change: (price: string) => string): unknown {
  if (Array.isArray(value)) return value.map(each => withPrices(each, change));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      PRICES.includes(key) && typeof each === 'string' ? change(each) : withPrices(each, change),
    ]),
  );
}

/** The contract's prices after the accepted increase; what is paid by use stays. */
export function raisedTerms(agreement: Agreement): AcceptedTerm[] {
  const { fixedPercentage, percentageRange } = renewalTermOf(agreement)?.priceIncrease ?? {};
  const percentage = fixedPercentage?.value ?? percentageRange?.defaultValue ?? '0';
  return agreement.terms.map(term =>
    'usageBasedPricingTerm' in term
      ? term
      : (withPrices(term, price => raised(price, percentage)) as AcceptedTerm),
  );
}

/**
 * The next term: a new agreement of the same length that starts where the old one ends, with a license of its
 * own. AWS names the old agreement in the event as `previousAgreementId`.
 */
export function renewAgreement(market: Marketplace, previous: Agreement): Agreement {
  const start = new Date(previous.endTime ?? timestamp(market));
  const length = start.getTime() - Date.parse(previous.startTime);
  const terms = raisedTerms(structuredClone(previous));
  const { entitledFrom: _entitledFrom, ...kept } = structuredClone(previous);
  const renewed: Agreement = {
    ...kept,
    id: newId.agreement(),
    intent: 'RENEW',
    acceptanceTime: secondOf(market),
    startTime: wholeSecond(start),
    endTime: previous.endTime && wholeSecond(new Date(start.getTime() + length)),
    lastUpdateTime: timestamp(market),
    previousAgreementId: previous.id,
    terms,
    value: agreementValue(terms, previous.entitlements),
    renewals: previous.renewals + 1,
    licenseArn: licenseArn(newId.license()),
    license: 'PENDING',
  };
  market.state.agreements[renewed.id] = renewed;
  endAgreementAs(market, previous, 'RENEWED');
  announceAgreement(market, renewed);
  return renewed;
}
