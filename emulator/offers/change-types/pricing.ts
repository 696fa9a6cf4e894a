import type { Static } from 'typebox';
import type { Problem } from '../../engine/change-set.ts';
import { isEmptyDuration } from '../../engine/dates.ts';
import type { Product } from '../../engine/offer.ts';
import { changeType, replaceTerms, type Subject, when } from './change-type.ts';
import { type ContractTerm, PRICING_TERMS, PricingDetails, type PricingTerm } from './pricing-terms.ts';

const repeats = <T>(all: T[]) => all.some((each, position) => all.indexOf(each) !== position);

/** The dimensions of each rate card and of the grants. */
function dimensionsOf(term: PricingTerm): string[][] {
  const cards = 'RateCards' in term ? term.RateCards.map(each => each.RateCard) : [];
  const grants = 'Grants' in term ? [term.Grants] : [];
  return [...cards, ...grants].map(rows => rows.map(row => row.DimensionKey));
}

function pricesOf(term: PricingTerm): string[] {
  const cards = 'RateCards' in term ? term.RateCards.flatMap(each => each.RateCard) : [];
  return [...cards.map(each => each.Price), ...('Price' in term ? [term.Price] : [])];
}

function dimensionProblems(term: PricingTerm, product: Product): Problem[] {
  const known = product.dimensions.map(each => each.key);
  const unknown = dimensionsOf(term)
    .flat()
    .filter(key => !known.includes(key));
  return [
    ...when(
      unknown.length > 0,
      'INCOMPATIBLE_PRODUCT',
      `Dimensions that the product does not have: [${unknown.join(', ')}]`,
    ),
    ...when(
      dimensionsOf(term).some(repeats),
      'DUPLICATE_DIMENSION_KEYS',
      'A dimension can appear only once in a rate card.',
    ),
  ];
}

function contractProblems(term: ContractTerm): Problem[] {
  const durations = term.RateCards.map(card => card.Selector.Value);
  const unequal = term.RateCards.some(
    ({ Constraints }) => Constraints.MultipleDimensionSelection !== Constraints.QuantityConfiguration,
  );
  const dimensions = new Set(dimensionsOf(term).map(keys => [...new Set(keys)].sort().join()));
  return [
    ...when(
      durations.some(isEmptyDuration),
      'INVALID_SELECTOR_DURATION_VALUE',
      'Provide a duration longer than zero.',
    ),
    ...when(repeats(durations), 'DUPLICATE_SELECTORS', 'Each rate card needs its own duration.'),
    ...when(dimensions.size > 1, 'INVALID_RATE_CARD', 'All rate cards must have the same dimensions.'),
    ...when(
      unequal,
      'INVALID_RATE_CARD',
      'MultipleDimensionSelection and QuantityConfiguration must be equal.',
    ),
  ];
}

function termProblems(term: PricingTerm, { product }: Subject): Problem[] {
  const otherCurrency = term.Type === 'UsageBasedPricingTerm' && term.CurrencyCode !== 'USD';
  return [
    ...dimensionProblems(term, product),
    ...(term.Type === 'ConfigurableUpfrontPricingTerm' ? contractProblems(term) : []),
    ...when(otherCurrency, 'INVALID_CURRENCY_CODE', 'Usage-based pricing must be in USD.'),
  ];
}

export const UpdatePricingTerms = changeType<Static<typeof PricingDetails>>(PricingDetails, {
  apply: (subject, { PricingModel, Terms }) => {
    const types = Terms.map(each => each.Type);
    subject.offer.pricingModel = PricingModel;
    replaceTerms(subject.offer, PRICING_TERMS, Terms);
    const both =
      types.includes('ConfigurableUpfrontPricingTerm') && types.includes('FixedUpfrontPricingTerm');
    return [
      ...when(
        both,
        'INCOMPATIBLE_TERMS',
        'ConfigurableUpfrontPricingTerm and FixedUpfrontPricingTerm exclude each other.',
      ),
      ...when(repeats(types), 'DUPLICATE_TERM_TYPES', 'Each pricing term can be given once.'),
      ...when(
        PricingModel === 'Free' && Terms.flatMap(pricesOf).some(price => Number(price) > 0),
        'INCOMPATIBLE_RATES',
        'An offer that is free has no price.',
      ),
      ...Terms.flatMap(term => termProblems(term, subject)),
    ];
  },
});
