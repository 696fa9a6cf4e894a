import { DescribeAgreementCommand, GetAgreementTermsCommand } from '@aws-sdk/client-marketplace-agreement';
import type { Change } from '@aws-sdk/client-marketplace-catalog';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  contractPricing,
  instalmentChanges,
  offerChanges,
  quickEmulator,
  releasedOffer,
  until,
  update,
} from '../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterEach(() => {
  emulator.clock({ now: new Date().toISOString() });
});
afterAll(() => emulator.stop());

const [contract] = contractPricing.Terms;
const [card] = contract?.RateCards ?? [];
const priced = (prices: readonly [string, string]): Change =>
  update('UpdatePricingTerms', {
    PricingModel: 'Contract',
    Terms: [
      {
        ...contract,
        RateCards: [
          {
            ...card,
            RateCard: [
              { DimensionKey: 'committed_spend', Price: prices[0] },
              { DimensionKey: 'premium_support', Price: prices[1] },
            ],
          },
        ],
      },
    ],
  } as Change['DetailsDocument']);

const charges = async (agreementId: string) =>
  (await clients.agreement.send(new DescribeAgreementCommand({ agreementId }))).estimatedCharges
    ?.agreementValue;
const renewal = (term: object) =>
  update('UpdateRenewalTerms', { Terms: [{ Type: 'RenewalTerm', ...term }] } as Change['DetailsDocument']);
const three = { PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } };

async function bought(changes: Change[], units?: Record<string, number>, autoRenew = false) {
  const offerId = await releasedOffer(clients, changes);
  return emulator.accept({ offerId, accountId: BUYER, ...(units && { units }), autoRenew });
}
const successorOf = (id: string) =>
  until('the renewed agreement', () =>
    emulator.agreements().find(each => each.previousAgreementId === id && each.intent === 'RENEW'),
  );

describe('what an agreement is worth', () => {
  it.each([
    [['0.125', '0'], { committed_spend: 1000 }, '125.00'],
    [['0.125', '0.001'], { committed_spend: 1, premium_support: 1 }, '0.126'],
    [['33.333', '66.667'], { committed_spend: 3, premium_support: 3 }, '300.00'],
  ] as const)('is exact for prices of %j and %j', async (prices, units, worth) => {
    const { id } = await bought(offerChanges({ UpdatePricingTerms: priced(prices) }), units);
    expect(await charges(id)).toBe(worth);
  });

  it('is the sum of its instalments', async () => {
    expect(await charges((await bought(instalmentChanges())).id)).toBe('12000.00');
  });

  it('follows amended units', async () => {
    const { id } = await bought(offerChanges(), { committed_spend: 1 });
    emulator.amendAgreement(id, { units: { committed_spend: 3, premium_support: 2 } });
    expect(await charges(id)).toBe('41000.00');
    emulator.amendAgreement(id, { units: { premium_support: 0 } });
    expect(await charges(id)).toBe('36000.00');
  });
});

describe('a renewal', () => {
  it.each([
    ['the fixed percentage', three, '12360.00', '12360.00'],
    [
      'the default of a range',
      {
        PriceIncrease: {
          Type: 'PercentageRange',
          Range: { MinValue: '1.00', MaxValue: '9.00', DefaultValue: '2.50' },
        },
        AdjustmentDeadline: 'P60D',
        LockoutPeriod: 'P30D',
      },
      '12300.00',
      '12300.00',
    ],
  ])('raises the price by %s', async (_what, term, price, worth) => {
    const { id } = await bought(
      offerChanges({ UpdateRenewalTerms: renewal(term) }),
      { committed_spend: 1 },
      true,
    );
    emulator.renewAgreement(id);
    const renewed = await successorOf(id);
    expect(await charges(renewed.id)).toBe(worth);
    const { acceptedTerms = [] } = await clients.agreement.send(
      new GetAgreementTermsCommand({ agreementId: renewed.id }),
    );
    const pricing = acceptedTerms.find(
      each => each.configurableUpfrontPricingTerm,
    )?.configurableUpfrontPricingTerm;
    expect(pricing?.rateCards?.[0]?.rateCard?.[0]).toEqual({ dimensionKey: 'committed_spend', price });
  });

  it('stops after MaxRenewals, and says so before', async () => {
    const limited = offerChanges({ UpdateRenewalTerms: renewal({ ...three, MaxRenewals: 1 }) });
    const { id } = await bought(limited, { committed_spend: 1 }, true);
    const behaviour = async (agreementId: string) =>
      (await clients.agreement.send(new DescribeAgreementCommand({ agreementId }))).endTimeBehavior;
    expect(await behaviour(id)).toMatchObject({ type: 'RENEW' });
    await until('the license', () => emulator.state.agreements[id]?.license === 'PROVISIONED');
    emulator.clock({ advance: 'P366D' });
    const renewed = await successorOf(id);
    expect(await behaviour(renewed.id)).toMatchObject({
      type: 'EXPIRE',
      reasonCode: 'RENEWAL_LIMIT_EXHAUSTED',
    });
    emulator.clock({ advance: 'P366D' });
    await until('the end', () => emulator.state.agreements[renewed.id]?.status === 'EXPIRED');
  });
});
