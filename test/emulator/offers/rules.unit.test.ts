import type { Change } from '@aws-sdk/client-marketplace-catalog';
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
    ['INVALID_RATE_CARD'],
  ],
  ['the same duration twice', pricing({ ...contract, RateCards: [card, card] }), ['INVALID_RATE_CARD']],
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
    '61 charges',
    instalments(...Array.from({ length: 61 }, (_, each) => inDays(31 + each))),
    ['TOO_MANY_CHARGES'],
  ],
  [
    'a duration with an end date',
    validity({ AgreementDuration: 'P12M', AgreementEndDate: inDays(400) }),
    ['INVALID_AGREEMENT_TIME_INTERVAL'],
  ],
  ['a start date alone', validity({ AgreementStartDate: inDays(40) }), ['MISSING_AGREEMENT_END_DATE']],
  [
    'a start before the end of availability',
    validity({ AgreementStartDate: inDays(10), AgreementEndDate: inDays(400) }),
    ['INVALID_AGREEMENT_START_DATE'],
  ],
  ['an agreement of no length', validity({ AgreementDuration: 'P0D' }), ['INVALID_AGREEMENT_DURATION']],
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
    ['a start in the future', validity({ AgreementStartDate: inDays(40), AgreementEndDate: inDays(400) })],
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

  it.each(['UpdatePricingTerms', 'UpdateTargeting', 'UpdateLegalTerms', 'ReleaseOffer'])(
    'takes no %s',
    async changeType => {
      const offerId = await releasedOffer(clients);
      const change = offerChanges().find(each => each.ChangeType === changeType);
      const again = { ...change, ChangeType: changeType, Entity: { Type: 'Offer@1.0', Identifier: offerId } };
      expect(await failure(clients, [again])).toEqual(['INVALID_UPDATE_REQUEST']);
    },
  );

  it('is not extended past the dates that its instalments allow', async () => {
    const offerId = await releasedOffer(clients, instalmentChanges());
    const change = update('UpdateAvailability', { AvailabilityEndDate: inDays(120) }, offerId);
    expect(await failure(clients, [change])).toEqual(['TOO_MANY_BACKDATED_CHARGES']);
  });
});
