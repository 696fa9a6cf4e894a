import { type Change, ValidationException } from '@aws-sdk/client-marketplace-catalog';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  contractPricing,
  failure,
  inDays,
  instalmentChanges,
  offerChanges,
  outcome,
  quickEmulator,
  releasedOffer,
  start,
  update,
} from '../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterAll(() => emulator.stop());

type Terms = Record<string, unknown>[];
const terms = (changeType: string, Terms: Terms): Record<string, Change> => ({
  [changeType]: update(changeType, { Terms } as Change['DetailsDocument']),
});
const pricing = (...Terms: Terms) => ({
  UpdatePricingTerms: update('UpdatePricingTerms', {
    PricingModel: 'Contract',
    Terms,
  } as Change['DetailsDocument']),
});
const contract = contractPricing.Terms[0] as Record<string, unknown>;
const card = contractPricing.Terms[0]?.RateCards[0] as Record<string, unknown>;
const rate = (DimensionKey = 'committed_spend') => ({ DimensionKey, Price: '1.00' });
const fixed = (Price = '0') => ({
  Type: 'FixedUpfrontPricingTerm',
  CurrencyCode: 'USD',
  Price,
  Grants: [{ DimensionKey: 'committed_spend', MaxQuantity: 1 }],
});
const validity = (term: Record<string, string>) =>
  terms('UpdateValidityTerms', [{ Type: 'ValidityTerm', ...term }]);
const schedule = (...days: string[]) =>
  terms('UpdatePaymentScheduleTerms', [
    {
      Type: 'PaymentScheduleTerm',
      CurrencyCode: 'USD',
      Schedule: days.map(ChargeDate => ({ ChargeDate, ChargeAmount: '1.00' })),
    },
  ]);
const instalments = (...days: string[]) => ({
  ...pricing(fixed()),
  ...validity({ AgreementDuration: 'P12M' }),
  ...schedule(...days),
});
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('02-29', '03-01');
const freeTrial = {
  Type: 'FreeTrialPricingTerm',
  Duration: 'P14D',
  Grants: [{ DimensionKey: 'committed_spend', MaxQuantity: 1 }],
};
const monthly = {
  Type: 'RecurringPaymentTerm',
  CurrencyCode: 'USD',
  BillingPeriod: 'Monthly',
  Price: '10.00',
};
const range = {
  PriceIncrease: {
    Type: 'PercentageRange',
    Range: { MinValue: '1.00', MaxValue: '9.00', DefaultValue: '2.00' },
  },
};
const renewal = (term: Record<string, unknown>) =>
  terms('UpdateRenewalTerms', [{ Type: 'RenewalTerm', ...term }]);
const legal = (document: Record<string, string>) =>
  terms('UpdateLegalTerms', [{ Type: 'LegalTerm', Documents: [document] }]);

const cases: [string, Record<string, Change | undefined>, string[]][] = [
  ['no name', { UpdateInformation: update('UpdateInformation', { Description: 'x' }) }, ['MISSING_NAME']],
  [
    'no description',
    { UpdateInformation: update('UpdateInformation', { Name: 'x' }) },
    ['MISSING_DESCRIPTION'],
  ],
  ['no end date', { UpdateAvailability: undefined }, ['MISSING_AVAILABILITY_END_DATE']],
  ['no buyer accounts', { UpdateTargeting: undefined }, ['MISSING_BUYER_ACCOUNTS']],
  ['no legal terms', { UpdateLegalTerms: undefined }, ['MISSING_MANDATORY_TERMS']],
  ['no pricing', { UpdatePricingTerms: undefined }, ['MISSING_MANDATORY_TERMS']],
  [
    'an end date in the past',
    { UpdateAvailability: update('UpdateAvailability', { AvailabilityEndDate: inDays(-1) }) },
    ['INVALID_AVAILABILITY_END_DATE'],
  ],
  [
    'an account that does not exist',
    {
      UpdateTargeting: update('UpdateTargeting', {
        PositiveTargeting: { BuyerAccounts: [BUYER, '000000000000'] },
      }),
    },
    ['INVALID_BUYER_ACCOUNTS'],
  ],
  [
    'the same account twice',
    { UpdateTargeting: update('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [BUYER, BUYER] } }) },
    ['INVALID_BUYER_ACCOUNTS'],
  ],
  [
    'no targeting in the targeting',
    { UpdateTargeting: update('UpdateTargeting', { PositiveTargeting: {} }) },
    ['INCOMPATIBLE_TARGETING'],
  ],
  [
    'a dimension that the product lacks',
    pricing({ ...contract, RateCards: [{ ...card, RateCard: [{ DimensionKey: 'gold', Price: '1' }] }] }),
    ['INCOMPATIBLE_PRODUCT'],
  ],
  [
    'a grant of a dimension that the product lacks',
    {
      ...instalments(inDays(5)),
      ...pricing({ ...fixed(), Grants: [{ DimensionKey: 'gold', MaxQuantity: 1 }] }),
    },
    ['INCOMPATIBLE_PRODUCT'],
  ],
  [
    'a dimension twice in a rate card',
    pricing({ ...contract, RateCards: [{ ...card, RateCard: [rate(), rate()] }] }),
    ['DUPLICATE_DIMENSION_KEYS'],
  ],
  [
    'a dimension granted twice',
    {
      ...instalments(inDays(5)),
      ...pricing({ ...fixed(), Grants: [...fixed().Grants, ...fixed().Grants] }),
    },
    ['DUPLICATE_DIMENSION_KEYS'],
  ],
  ['the same duration twice', pricing({ ...contract, RateCards: [card, card] }), ['DUPLICATE_SELECTORS']],
  ['the same pricing term twice', pricing(contract, contract), ['DUPLICATE_TERM_TYPES']],
  [
    'two durations with different dimensions',
    pricing({
      ...contract,
      RateCards: [
        { ...card, RateCard: [rate()] },
        { ...card, Selector: { Type: 'Duration', Value: 'P24M' }, RateCard: [rate('premium_support')] },
      ],
    }),
    ['INVALID_RATE_CARD'],
  ],
  [
    'a price of what is free',
    {
      UpdatePricingTerms: update('UpdatePricingTerms', {
        PricingModel: 'Free',
        Terms: [contract],
      } as Change['DetailsDocument']),
    },
    ['INCOMPATIBLE_RATES'],
  ],
  [
    'a duration of zero',
    pricing({ ...contract, RateCards: [{ ...card, Selector: { Type: 'Duration', Value: 'P0M' } }] }),
    ['INVALID_SELECTOR_DURATION_VALUE'],
  ],
  [
    'unequal constraints',
    pricing({
      ...contract,
      RateCards: [
        {
          ...card,
          Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Disallowed' },
        },
      ],
    }),
    ['INVALID_RATE_CARD'],
  ],
  [
    'usage prices in another currency than USD',
    pricing(contract, {
      Type: 'UsageBasedPricingTerm',
      CurrencyCode: 'JPY',
      RateCards: [{ RateCard: [{ DimensionKey: 'committed_spend', Price: '0.15' }] }],
    }),
    ['INVALID_CURRENCY_CODE'],
  ],
  ['configurable and fixed prices together', pricing(contract, fixed()), ['INCOMPATIBLE_TERMS']],
  [
    'fixed prices without a payment schedule',
    { ...pricing(fixed()), ...validity({ AgreementDuration: 'P12M' }) },
    ['MISSING_MANDATORY_TERMS'],
  ],
  [
    'fixed prices without a validity',
    { ...pricing(fixed()), ...schedule(inDays(5)) },
    ['MISSING_MANDATORY_TERMS'],
  ],
  [
    'a price beside a payment schedule',
    { ...instalments(inDays(5)), ...pricing(fixed('100')) },
    ['INCOMPATIBLE_TERMS'],
  ],
  ['a payment schedule beside configurable prices', schedule(inDays(5)), ['INCOMPATIBLE_TERMS']],
  [
    'two charges before the end of availability',
    instalments(inDays(5), inDays(6)),
    ['TOO_MANY_BACKDATED_CHARGES'],
  ],
  ['two charges on one day', instalments(inDays(50), inDays(50)), ['DUPLICATE_CHARGE_DATES']],
  ['a charge in the past', instalments(inDays(-2)), ['INVALID_CHARGE_DATES']],
  ['a charge after the end of the agreement', instalments(inDays(5), inDays(500)), ['INVALID_CHARGE_DATES']],
  [
    'a charge after the end of an agreement that is accepted today',
    instalments(inDays(5), inDays(380)),
    ['INVALID_CHARGE_DATES'],
  ],
  [
    '61 charges',
    instalments(...Array.from({ length: 61 }, (_, each) => inDays(31 + each))),
    ['TOO_MANY_CHARGES'],
  ],
  [
    'a duration with an end date',
    validity({ AgreementDuration: 'P12M', AgreementEndDate: inDays(400) }),
    ['INVALID_AGREEMENT_TIME_INTERVAL'],
  ],
  ['a start date alone', validity({ AgreementStartDate: inDays(40) }), ['INVALID_AGREEMENT_TIME_INTERVAL']],
  [
    'an end date alone on an offer that replaces nothing',
    { ...instalments(inDays(5)), ...validity({ AgreementEndDate: inDays(400) }) },
    ['INVALID_AGREEMENT_TIME_INTERVAL'],
  ],
  [
    'a duration beside a configurable contract',
    validity({ AgreementDuration: 'P12M' }),
    ['MISSING_AGREEMENT_START_DATE'],
  ],
  [
    'dates of another length than the rate card',
    validity({ AgreementStartDate: inDays(40), AgreementEndDate: inDays(400) }),
    ['INVALID_SELECTOR_DURATION_VALUE'],
  ],
  [
    'a start before the end of availability',
    validity({ AgreementStartDate: inDays(10), AgreementEndDate: yearAfter(inDays(10)) }),
    ['INVALID_AGREEMENT_START_DATE'],
  ],
  [
    'an agreement of no length',
    { ...instalments(inDays(5)), ...validity({ AgreementDuration: 'P0D' }) },
    ['INVALID_AGREEMENT_DURATION'],
  ],
  [
    'an old version of the standard contract',
    legal({ Type: 'StandardEula', Version: '2019-04-24' }),
    ['INVALID_LEGAL_DOCUMENTS'],
  ],
  [
    'an own contract outside of S3',
    legal({ Type: 'CustomEula', Url: 'https://example.com/eula.pdf' }),
    ['INVALID_LEGAL_DOCUMENTS'],
  ],
  ['a renewal without a price increase', renewal({}), ['MISSING_PRICE_INCREASE']],
  [
    'an adjustment deadline of a fixed increase',
    renewal({ PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' }, AdjustmentDeadline: 'P60D' }),
    ['INVALID_ADJUSTMENT_DEADLINE'],
  ],
  [
    'an adjustment deadline that is not before the lockout',
    renewal({ ...range, AdjustmentDeadline: 'P30D', LockoutPeriod: 'P1M' }),
    ['INVALID_ADJUSTMENT_DEADLINE'],
  ],
  ['a range without an adjustment deadline', renewal(range), ['MISSING_ADJUSTMENT_DEADLINE']],
  [
    'a lockout longer than the term',
    renewal({ PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' }, LockoutPeriod: 'P13M' }),
    ['INVALID_LOCKOUT_PERIOD'],
  ],
  [
    'a renewal of instalments without a template',
    { ...instalments(inDays(5)), ...renewal({ PriceIncrease: { Type: 'FixedPercentage', Value: '0.00' } }) },
    ['MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE'],
  ],
  [
    'a payment period that is not offered',
    terms('UpdateNetPaymentTerms', [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P31D' }]),
    ['INVALID_PAYMENT_DUE_PERIOD'],
  ],
];

describe('an offer fails with AWS’s code for', () => {
  it.each(cases)('%s', async (_what, overrides, codes) => {
    expect(await failure(clients, offerChanges(overrides))).toEqual(codes);
  });

  it('a product that is not published', async () => {
    const { id } = emulator.addProduct({ state: 'Draft' });
    const CreateOffer = {
      ChangeType: 'CreateOffer',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: id },
    };
    expect(await failure(clients, [CreateOffer])).toEqual(['INCOMPATIBLE_PRODUCT']);
  });
});

describe('an offer is released with', () => {
  it.each<[string, Record<string, Change | undefined>]>([
    ['instalments', Object.fromEntries(instalmentChanges().map(change => [change.ChangeType, change]))],
    [
      'a start in the future',
      validity({ AgreementStartDate: inDays(40), AgreementEndDate: yearAfter(inDays(40)) }),
    ],
    ['a free trial and monthly payments', pricing(contract, freeTrial, monthly)],
    [
      'what came before taken away again',
      {
        UpdateInformation: update('UpdateInformation', {
          Name: 'x',
          Description: 'y',
          PreExistingAgreement: null,
        }),
      },
    ],
    [
      'an own contract in S3',
      legal({ Type: 'CustomEula', Url: 'https://bucket.s3.us-east-1.amazonaws.com/eula.pdf' }),
    ],
    [
      'renewal and a payment period',
      {
        ...renewal({ PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } }),
        ...terms('UpdateNetPaymentTerms', [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P30D' }]),
      },
    ],
    [
      '26 buyer accounts',
      {
        UpdateTargeting: update('UpdateTargeting', {
          PositiveTargeting: {
            BuyerAccounts: Array.from({ length: 26 }, (_, each) => String(100000000000 + each)),
          },
        }),
      },
    ],
  ])('%s', async (_what, overrides) => {
    const { Status, ChangeSet } = await outcome(clients, offerChanges(overrides));
    expect([Status, ChangeSet?.flatMap(each => each.ErrorDetailList ?? [])]).toEqual(['SUCCEEDED', []]);
  });
});

describe('a released offer', () => {
  it('can be extended, and withdrawn by a date in the past', async () => {
    const offerId = await releasedOffer(clients);
    for (const day of [inDays(90), inDays(-1)]) {
      const change = update('UpdateAvailability', { AvailabilityEndDate: day }, offerId);
      expect((await outcome(clients, [change])).Status).toBe('SUCCEEDED');
    }
    expect(() => emulator.accept({ offerId, accountId: BUYER })).toThrow('expired');
  });

  it.each([
    ['UpdatePricingTerms', 'INCOMPATIBLE_TERMS'],
    ['UpdateLegalTerms', 'INCOMPATIBLE_TERMS'],
    ['UpdateRenewalTerms', 'INCOMPATIBLE_TERMS'],
    ['UpdateTargeting', 'INCOMPATIBLE_TARGETING'],
    ['ReleaseOffer', 'INVALID_UPDATE_REQUEST'],
  ])('takes no %s: %s', async (changeType, code) => {
    const offerId = await releasedOffer(clients);
    const all = offerChanges(renewal({ PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } }));
    const change = all.find(each => each.ChangeType === changeType);
    const again = { ...change, ChangeType: changeType, Entity: { Type: 'Offer@1.0', Identifier: offerId } };
    expect(await failure(clients, [again])).toEqual([code]);
  });

  it('is not extended past the dates that its instalments allow', async () => {
    const offerId = await releasedOffer(clients, instalmentChanges());
    const change = update('UpdateAvailability', { AvailabilityEndDate: inDays(120) }, offerId);
    expect(await failure(clients, [change])).toEqual(['TOO_MANY_BACKDATED_CHARGES']);
  });
});

describe('a change set is refused at once with', () => {
  it.each<[string, Record<string, Change | undefined>, string]>([
    [
      'an information of nothing',
      { UpdateInformation: update('UpdateInformation', {}) },
      'UpdateInformation',
    ],
    [
      'a country that does not exist',
      {
        UpdateTargeting: update('UpdateTargeting', {
          PositiveTargeting: { BuyerAccounts: [BUYER], CountryCodes: ['JP', 'ZZ'] },
        }),
      },
      'UpdateTargeting',
    ],
    [
      'a space at the end of the refund policy',
      terms('UpdateSupportTerms', [{ Type: 'SupportTerm', RefundPolicy: 'No refunds. ' }]),
      'UpdateSupportTerms',
    ],
    ['details of a release', { ReleaseOffer: update('ReleaseOffer', { Force: true }) }, 'ReleaseOffer'],
    [
      'an unknown version of the standard contract',
      legal({ Type: 'StandardEula', Version: '2030-01-01' }),
      'UpdateLegalTerms',
    ],
    ['an own contract without address', legal({ Type: 'CustomEula' }), 'UpdateLegalTerms'],
  ])('%s', async (_what, overrides, ChangeType) => {
    const refused = await start(clients, offerChanges(overrides)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ValidationException);
    expect((refused as ValidationException).ValidationExceptionFieldList?.[0]?.ChangeType).toBe(ChangeType);
  });
});
