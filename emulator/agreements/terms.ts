import type { AcceptedTerm, Agreement } from '../engine/agreement.ts';
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
    return { [camel(term.Type)]: { ...accepted, id, ...configuration(term, units, chosen) } } as AcceptedTerm;
  });
}

/** The stored day as the moment that the API gives. */
export function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (!value || typeof value !== 'object') return value;
  if ('$date' in value) return startOfDay(String(value.$date));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withDates(each)]));
}
