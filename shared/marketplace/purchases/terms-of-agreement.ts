import type { AcceptedTerm } from '@aws-sdk/client-marketplace-agreement';
import type { AcceptedTerms } from '../../../deal/deal.ts';
import type { Person } from '../../../deal/people.ts';
import {
  type Amount,
  compareAmounts,
  currencies,
  isAmount,
  sumOf,
  times,
} from '../../../deal/terms/money.ts';
import type { Product } from '../../../deal/terms/products.ts';
import type { Eula, Payment, Terms, TermsDimension } from '../../../deal/terms/terms.ts';
import { type AskedAgreement, acceptedIn, chosenUnits } from './ask-for-agreement.ts';

/** The terms of an agreement that nobody has agreed on here, as far as AWS tells them. `signer`: whom the deal writes to. */
export function termsOfAgreement(
  asked: AskedAgreement,
  { product, signer }: { product: Product; signer: Person },
): Terms {
  const accepted = acceptedIn(asked);
  const { terms, agreement } = asked;
  return {
    productId: product.productId,
    productTitle: product.title,
    dimensions: dimensionsOf(terms, { accepted, product }),
    currency: accepted.currency ?? currencyIn(terms) ?? 'USD',
    durationMonths: monthsOf(accepted),
    paymentSchedule: terms.flatMap(({ paymentScheduleTerm }) => paymentsIn(paymentScheduleTerm)),
    eula: eulaIn(terms),
    buyerAwsAccountIds: [accepted.awsAccountId],
    offerExpiresOn: (agreement.acceptanceTime ?? new Date(accepted.startsAt)).toISOString().slice(0, 10),
    signer,
  };
}

interface Sold {
  accepted: AcceptedTerms;
  product: Product;
}

/** What the buyer chose, if that comes to what AWS charges; else all that was sold as one. */
function dimensionsOf(terms: AcceptedTerm[], sold: Sold): TermsDimension[] {
  const chosen = chosenOf(terms, sold.product);
  const whole = sold.accepted.total;
  const total = sumOf(chosen.map(({ price, units }) => times(price, units)));
  const comesTo = chosen.length > 0 && (!whole || compareAmounts(total, whole) === 0);
  return comesTo ? chosen : [{ key: 'total', label: labelOf(terms, sold), units: 1, price: whole ?? '0' }];
}

function chosenOf(terms: AcceptedTerm[], { dimensions }: Product): TermsDimension[] {
  const prices = pricesIn(terms);
  return Object.entries(chosenUnits(terms)).flatMap(([key, units]) => {
    const price = prices[key];
    if (price === undefined || units === 0) return [];
    return [{ key, label: dimensions.find(each => each.key === key)?.label ?? key, price, units }];
  });
}

/** The prices of the duration that was chosen. */
function pricesIn(terms: AcceptedTerm[]): Record<string, Amount> {
  const cards = terms.flatMap(({ configurableUpfrontPricingTerm: term }) => {
    const duration = term?.configuration?.selectorValue;
    const fitting = term?.rateCards?.find(({ selector }) => selector?.value === duration);
    return (fitting ?? term?.rateCards?.[0])?.rateCard ?? [];
  });
  return Object.fromEntries(
    cards.flatMap(({ dimensionKey = '', price = '' }) => (isAmount(price, 3) ? [[dimensionKey, price]] : [])),
  );
}

/** A fixed price is for all of its units together, of which AWS tells how many. */
function labelOf(terms: AcceptedTerm[], { product }: Sold): string {
  const grants = terms.flatMap(({ fixedUpfrontPricingTerm }) => fixedUpfrontPricingTerm?.grants ?? []);
  const words = grants.map(({ dimensionKey = '', maxQuantity }) => {
    const label = product.dimensions.find(({ key }) => key === dimensionKey)?.label ?? dimensionKey;
    return maxQuantity === undefined ? label : `${label} × ${maxQuantity}`;
  });
  return (words.join(', ') || product.title).slice(0, 150);
}

function currencyIn(terms: AcceptedTerm[]): Terms['currency'] | undefined {
  const named = terms.map(
    ({ configurableUpfrontPricingTerm, fixedUpfrontPricingTerm }) =>
      configurableUpfrontPricingTerm?.currencyCode ?? fixedUpfrontPricingTerm?.currencyCode,
  );
  return currencies.find(each => named.includes(each));
}

/** To the nearest month, and at least one: an open end has none. */
function monthsOf({ startsAt, endsAt }: AcceptedTerms): number {
  const month = 30.4375 * 86_400_000;
  return endsAt ? Math.max(1, Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / month)) : 1;
}

function paymentsIn(term: AcceptedTerm['paymentScheduleTerm']): Payment[] {
  return (term?.schedule ?? []).flatMap(({ chargeDate, chargeAmount: amount }) =>
    chargeDate && amount ? [{ chargeDate: chargeDate.toISOString().slice(0, 10), amount }] : [],
  );
}

function eulaIn(terms: AcceptedTerm[]): Eula {
  const documents = terms.flatMap(({ legalTerm }) => legalTerm?.documents ?? []);
  const custom = documents.find(({ type, url }) => type === 'CustomEula' && url);
  return custom?.url ? { type: 'custom', url: custom.url } : { type: 'standard' };
}
