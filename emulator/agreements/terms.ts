import type { Agreement } from '../engine/agreement.ts';
import { startOfDay } from '../engine/dates.ts';
import type { Offer, Term } from '../engine/offer.ts';

type Units = Agreement['entitlements'];
type Chosen = { duration?: string; autoRenew?: boolean };

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const DATES = ['ChargeDate', 'AgreementStartDate', 'AgreementEndDate'];

/** The Agreement API writes the Catalog's terms in camel case, and their days as timestamps. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      camel(key),
      DATES.includes(key) ? { $date: each } : camelCased(each),
    ]),
  );
}

/** The catalog tells the kinds of price increase by `Type`, the Agreement API by the member's name. */
function priceIncrease({ PriceIncrease: increase }: Term) {
  if (!increase) return undefined;
  if (increase.Type === 'FixedPercentage') return { fixedPercentage: { value: increase.Value } };
  return { percentageRange: camelCased(increase.Range) };
}

function configuration(term: Term, units: Units, { duration, autoRenew }: Chosen) {
  if (term.Type === 'RenewalTerm') {
    return { configuration: { enableAutoRenew: autoRenew ?? false }, priceIncrease: priceIncrease(term) };
  }
  if (term.Type !== 'ConfigurableUpfrontPricingTerm') return {};
  const dimensions = units.map(each => ({ dimensionKey: each.dimension, dimensionValue: each.quantity }));
  return { configuration: { selectorValue: duration ?? term.RateCards[0].Selector.Value, dimensions } };
}

/** The offer's terms as accepted, with the buyer's choices in them. */
export function agreedTerms(offer: Offer, units: Units, chosen: Chosen): Agreement['terms'] {
  return offer.terms.map((term, position) => {
    const accepted = camelCased(term) as Record<string, unknown>;
    const id = `term-${offer.id.slice('offer-'.length)}-${position}`;
    return { [camel(term.Type)]: { ...accepted, id, ...configuration(term, units, chosen) } };
  });
}

/** The stored day as the moment that the API gives. */
export function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (!value || typeof value !== 'object') return value;
  if ('$date' in value) return startOfDay(String(value.$date));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withDates(each)]));
}

const cents = (amount: string) => Math.round(Number(amount) * 100);

/** What the agreement is worth in all: the instalments, or units times prices. */
export function agreementValue(offer: Offer, units: Units, duration?: string): Agreement['value'] {
  const currency = offer.terms.find(each => each.CurrencyCode)?.CurrencyCode ?? 'USD';
  const total = offer.terms.reduce((sum, term) => sum + termValue(term, units, duration), 0);
  return { currency, amount: (total / 100).toFixed(2) };
}

function termValue(term: Term, units: Units, duration?: string): number {
  if (term.Type === 'FixedUpfrontPricingTerm') return cents(term.Price);
  if (term.Type === 'PaymentScheduleTerm') {
    return term.Schedule.reduce(
      (sum: number, each: { ChargeAmount: string }) => sum + cents(each.ChargeAmount),
      0,
    );
  }
  if (term.Type !== 'ConfigurableUpfrontPricingTerm') return 0;
  const card =
    term.RateCards.find((each: { Selector: { Value: string } }) => each.Selector.Value === duration) ??
    term.RateCards[0];
  const price = (key: string) =>
    card.RateCard.find((each: { DimensionKey: string }) => each.DimensionKey === key)?.Price ?? '0';
  return units.reduce((sum, { dimension, quantity }) => sum + cents(price(dimension)) * quantity, 0);
}
