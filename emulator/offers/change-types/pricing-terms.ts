import Type, { type Static } from 'typebox';
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

const FreeTrialPricingTerm = Type.Object({
  Type: Type.Literal('FreeTrialPricingTerm'),
  Duration,
  Grants: Type.Array(
    Type.Object({ DimensionKey, MaxQuantity: Type.Optional(Type.Integer({ minimum: 1 })) }),
    { minItems: 1, maxItems: 800 },
  ),
});

const RecurringPaymentTerm = Type.Object({
  Type: Type.Literal('RecurringPaymentTerm'),
  CurrencyCode: Currency,
  BillingPeriod: Type.Literal('Monthly'),
  Price: amount(3),
});

/** The details of UpdatePricingTerms. */
export const PricingDetails = Type.Object({
  PricingModel: Type.Enum(['Usage', 'Contract', 'Free', 'Byol']),
  Terms: Type.Array(
    Type.Union([
      ConfigurableUpfrontPricingTerm,
      FixedUpfrontPricingTerm,
      UsageBasedPricingTerm,
      ByolPricingTerm,
      FreeTrialPricingTerm,
      RecurringPaymentTerm,
    ]),
    { minItems: 1 },
  ),
});

/** UpdatePricingTerms replaces all of these. */
export const PRICING_TERMS = [
  'ConfigurableUpfrontPricingTerm',
  'FixedUpfrontPricingTerm',
  'UsageBasedPricingTerm',
  'ByolPricingTerm',
  'FreeTrialPricingTerm',
  'RecurringPaymentTerm',
] as const;

export type PricingTerm = Static<typeof PricingDetails>['Terms'][number];
export type ContractTerm = Static<typeof ConfigurableUpfrontPricingTerm>;
