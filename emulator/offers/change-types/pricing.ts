import Type, { type Static } from 'typebox';
import type { Problem } from '../../engine/change-set.ts';
import { isEmptyDuration } from '../../engine/dates.ts';
import type { Product, Term } from '../../engine/offer.ts';
import { changeType, replaceTerms, type Subject, when } from './change-type.ts';
import { amount, Currency, DimensionKey, Duration } from './shapes.ts';

const rateCard = (decimals: number) =>
  Type.Array(Type.Object({ DimensionKey, Price: amount(decimals) }), { minItems: 1, maxItems: 800 });
const Constraint = Type.Enum(['Allowed', 'Disallowed']);
const Grants = Type.Array(
  Type.Object({ DimensionKey, MaxQuantity: Type.Integer({ minimum: 1, maximum: 2_147_483_646 }) }),
  { minItems: 1, maxItems: 800 },
);

const ConfigurableUpfrontPricingTerm = Type.Object({
  Type: Type.Literal('ConfigurableUpfrontPricingTerm'),
  CurrencyCode: Currency,
  RateCards: Type.Array(
    Type.Object({
      Selector: Type.Object({ Type: Type.Literal('Duration'), Value: Duration }),
      Constraints: Type.Object({ MultipleDimensionSelection: Constraint, QuantityConfiguration: Constraint }),
      RateCard: rateCard(3),
    }),
    { minItems: 1, maxItems: 5 },
  ),
});

const FixedUpfrontPricingTerm = Type.Object({
  Type: Type.Literal('FixedUpfrontPricingTerm'),
  CurrencyCode: Currency,
  Price: amount(3),
  Duration: Type.Optional(Duration),
  Grants,
});

const UsageBasedPricingTerm = Type.Object({
  Type: Type.Literal('UsageBasedPricingTerm'),
  CurrencyCode: Currency,
  RateCards: Type.Array(Type.Object({ RateCard: rateCard(8) }), { minItems: 1, maxItems: 1 }),
});

const ByolPricingTerm = Type.Object({ Type: Type.Literal('ByolPricingTerm') });

const Details = Type.Object({
  PricingModel: Type.Enum(['Usage', 'Contract', 'Free', 'Byol']),
  Terms: Type.Array(
    Type.Union([
      ConfigurableUpfrontPricingTerm,
      FixedUpfrontPricingTerm,
      UsageBasedPricingTerm,
      ByolPricingTerm,
    ]),
    { minItems: 1 },
  ),
});

export const PRICING_TERMS = [
  'ConfigurableUpfrontPricingTerm',
  'FixedUpfrontPricingTerm',
  'UsageBasedPricingTerm',
  'ByolPricingTerm',
] as const;

const keysOf = (term: Term): string[] => {
  const cards = (term.RateCards ?? []) as { RateCard: { DimensionKey: string }[] }[];
  return [
    ...cards.flatMap(card => card.RateCard.map(rate => rate.DimensionKey)),
    ...(term.Grants ?? []).map((grant: { DimensionKey: string }) => grant.DimensionKey),
  ];
};

const repeats = <T>(all: T[]) => all.some((each, position) => all.indexOf(each) !== position);

function dimensionProblems(term: Term, product: Product): Problem[] {
  const known = product.dimensions.map(each => each.key);
  const unknown = keysOf(term).filter(key => !known.includes(key));
  const cards = ((term.RateCards ?? []) as { RateCard: { DimensionKey: string }[] }[]).map(
    card => card.RateCard,
  );
  const twice = [...cards, term.Grants ?? []].some(rows =>
    repeats(rows.map((row: { DimensionKey: string }) => row.DimensionKey)),
  );
  return [
    ...when(
      unknown.length > 0,
      'INVALID_RATE_CARD',
      `Dimensions that the product does not have: [${unknown.join(', ')}]`,
    ),
    ...when(twice, 'INVALID_RATE_CARD', 'A dimension can appear only once in a rate card.'),
  ];
}

function contractProblems(term: Static<typeof ConfigurableUpfrontPricingTerm>): Problem[] {
  const durations = term.RateCards.map(card => card.Selector.Value);
  const unequal = term.RateCards.some(
    ({ Constraints }) => Constraints.MultipleDimensionSelection !== Constraints.QuantityConfiguration,
  );
  return [
    ...when(
      durations.some(isEmptyDuration),
      'INVALID_SELECTOR_DURATION_VALUE',
      'Provide a duration longer than zero.',
    ),
    ...when(repeats(durations), 'INVALID_RATE_CARD', 'Each rate card needs its own duration.'),
    ...when(
      unequal,
      'INVALID_RATE_CARD',
      'MultipleDimensionSelection and QuantityConfiguration must be equal.',
    ),
  ];
}

function termProblems(term: Term, { product }: Subject): Problem[] {
  const problems = dimensionProblems(term, product);
  if (term.Type === 'ConfigurableUpfrontPricingTerm') {
    problems.push(...contractProblems(term as Static<typeof ConfigurableUpfrontPricingTerm>));
  }
  const otherCurrency = term.Type === 'UsageBasedPricingTerm' && term.CurrencyCode !== 'USD';
  return [
    ...problems,
    ...when(otherCurrency, 'INVALID_CURRENCY_CODE', 'Usage-based pricing must be in USD.'),
  ];
}

export const UpdatePricingTerms = changeType<Static<typeof Details>>(Details, {
  apply: (subject, { PricingModel, Terms }) => {
    const terms = Terms as Term[];
    const types = terms.map(each => each.Type);
    subject.offer.pricingModel = PricingModel;
    replaceTerms(subject.offer, PRICING_TERMS, terms);
    const both =
      types.includes('ConfigurableUpfrontPricingTerm') && types.includes('FixedUpfrontPricingTerm');
    return [
      ...when(
        both,
        'INCOMPATIBLE_TERMS',
        'ConfigurableUpfrontPricingTerm and FixedUpfrontPricingTerm exclude each other.',
      ),
      ...when(repeats(types), 'INCOMPATIBLE_TERMS', 'Each pricing term can be given once.'),
      ...terms.flatMap(term => termProblems(term, subject)),
    ];
  },
});
