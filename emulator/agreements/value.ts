import type { AcceptedTerm, Agreement } from '../engine/agreement.ts';
import { amountOf, unitsOf } from '../engine/money.ts';

type Units = Agreement['entitlements'];

const sum = (amounts: bigint[]) => amounts.reduce((total, each) => total + each, 0n);

function contractValue(
  { rateCards, configuration }: NonNullable<AcceptedTerm['configurableUpfrontPricingTerm']>,
  units: Units,
): bigint {
  const chosen = rateCards.find(each => each.selector?.value === configuration?.selectorValue);
  const rates = (chosen ?? rateCards[0])?.rateCard ?? [];
  const priceOf = (key: string) => rates.find(each => each.dimensionKey === key)?.price ?? '0';
  return sum(units.map(({ dimension, quantity }) => unitsOf(priceOf(dimension)) * BigInt(quantity)));
}

function termValue(term: AcceptedTerm, units: Units): bigint {
  const { configurableUpfrontPricingTerm: contract, fixedUpfrontPricingTerm: fixed } = term;
  const charges = term.paymentScheduleTerm?.schedule ?? [];
  return sum([
    contract ? contractValue(contract, units) : 0n,
    unitsOf(fixed?.price ?? '0'),
    ...charges.map(each => unitsOf(each.chargeAmount)),
  ]);
}

const currencyOf = (term: AcceptedTerm) =>
  (term.configurableUpfrontPricingTerm ?? term.fixedUpfrontPricingTerm ?? term.paymentScheduleTerm)
    ?.currencyCode;

/** What an agreement is worth in all: its instalments, or units times prices, to the last decimal. */
export function agreementValue(terms: AcceptedTerm[], units: Units): Agreement['value'] {
  const currency = terms.map(currencyOf).find(Boolean) ?? 'USD';
  return { currency, amount: amountOf(sum(terms.map(term => termValue(term, units)))) };
}
