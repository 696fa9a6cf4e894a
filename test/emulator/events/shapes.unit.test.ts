import type { Change } from '@aws-sdk/client-marketplace-catalog';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  offerChanges,
  PRODUCT,
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

const renewable = (more: object = {}) =>
  offerChanges({
    UpdateRenewalTerms: update('UpdateRenewalTerms', {
      Terms: [
        {
          Type: 'RenewalTerm',
          PriceIncrease: { Type: 'FixedPercentage', Value: '5.00' },
          ...more,
        },
      ],
    } as Change['DetailsDocument']),
  });

async function bought(changes = offerChanges(), autoRenew = false) {
  const offerId = await releasedOffer(clients, changes);
  const made = emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 }, autoRenew });
  await until('the license', () => emulator.state.agreements[made.id]?.license === 'PROVISIONED');
  return made;
}
const details = (type: string, id: string) =>
  emulator
    .events()
    .map(each => each.envelope)
    .filter(each => each['detail-type'] === type)
    .map(each => each.detail as Record<string, Record<string, unknown>>)
    .filter(each => each.agreement?.id === id);
const detail = (type: string, id: string) => until(type, () => details(type, id).at(-1));

const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const seller = () => ({ name: emulator.state.sellerName, accountId: emulator.state.sellerAccountId });
const product = () => ({ id: PRODUCT, title: 'Example Cloud' });

describe('what events say', () => {
  it('every moment in 20 characters', async () => {
    const { id } = await bought(renewable({ LockoutPeriod: 'P30D' }), true);
    emulator.amendAgreement(id, { autoRenew: true });
    emulator.clock({ advance: 'P340D' });
    await until('the last notice', () => details('Purchase Agreement Ending - Proposer', id).length === 5);
    const text = JSON.stringify(emulator.events().map(each => each.envelope));
    const moments = text.match(/\d{4}-\d\d-\d\dT[^"]*/g) ?? [];
    expect(moments.length).toBeGreaterThan(20);
    expect(moments.filter(each => !SECOND.test(each))).toEqual([]);
  });

  it.each([
    ['no renewal term', undefined, false, { lockoutStartTime: null, disabledBy: null }],
    ['a renewal that the buyer did not want', {}, false, { lockoutStartTime: null, disabledBy: 'ACCEPTOR' }],
    ['a renewal', {}, true, { lockoutStartTime: null, disabledBy: null }],
    [
      'a renewal with a lockout',
      { LockoutPeriod: 'P1M' },
      true,
      { lockoutStartTime: expect.stringMatching(SECOND), disabledBy: null },
    ],
  ])('an amendment and a notice tell of %s', async (_what, term, autoRenew, renewalSummary) => {
    const { id } = await bought(term && renewable(term), autoRenew);
    emulator.amendAgreement(id, { units: { committed_spend: 2 } });
    const amended = await detail('Purchase Agreement Amended - Proposer', id);
    expect(amended).toMatchObject({
      agreement: { id, intent: 'AMEND', autoRenewalEnabled: autoRenew },
      renewalSummary,
      product: product(),
      proposer: { accountId: emulator.state.sellerAccountId },
    });
    emulator.clock({ advance: 'P200D' });
    const ending = await detail('Purchase Agreement Ending - Proposer', id);
    expect(Object.keys(ending.agreement ?? {}).sort()).toEqual([
      'autoRenewalEnabled',
      'daysBeforeEndTime',
      'endTime',
      'id',
      'startTime',
      'status',
    ]);
    expect(ending).toMatchObject({
      agreement: { status: 'ACTIVE', daysBeforeEndTime: 180, autoRenewalEnabled: autoRenew },
      renewalSummary,
      product: product(),
      proposer: seller(),
    });
  });

  it('a renewal names its seller and no resale authorization', async () => {
    const { id } = await bought(renewable(), true);
    const next = emulator.renewAgreement(id);
    const created = await detail('Purchase Agreement Created - Proposer', next.id);
    expect(created).toMatchObject({
      agreement: { intent: 'RENEW', previousAgreementId: id },
      product: product(),
      proposer: seller(),
    });
    expect(created).not.toHaveProperty('resaleAuthorization');
    expect(await detail('Purchase Agreement Created - Proposer', id)).toMatchObject({
      resaleAuthorization: { id: null },
      proposer: { accountId: emulator.state.sellerAccountId },
    });
  });

  it('a finalized and an upcoming renewal tell the value to come', async () => {
    const { id } = await bought(renewable({ LockoutPeriod: 'P30D' }), true);
    emulator.publishEvent('Purchase Agreement Renewal Terms Finalized - Proposer', id);
    emulator.publishEvent('Purchase Agreement Renewal Upcoming - Proposer', id);
    const finalized = await detail('Purchase Agreement Renewal Terms Finalized - Proposer', id);
    expect(finalized.renewalSummary).toEqual({
      tcv: '12600.00',
      currency: 'USD',
      termsFinalizedTime: expect.stringMatching(SECOND),
      lockoutReached: false,
      lockoutStartTime: expect.stringMatching(SECOND),
    });
    const upcoming = await detail('Purchase Agreement Renewal Upcoming - Proposer', id);
    expect(upcoming.renewalSummary).toEqual({ tcv: '12600.00', currency: 'USD', lockoutReached: true });
    expect(upcoming).not.toHaveProperty('offer');
  });

  it('a billing adjustment is about the agreement alone', async () => {
    const { id } = await bought();
    emulator.publishEvent('Purchase Agreement Billing Adjustment Completed - Proposer', id);
    const adjusted = await detail('Purchase Agreement Billing Adjustment Completed - Proposer', id);
    expect(Object.keys(adjusted).sort()).toEqual([
      'agreement',
      'billingAdjustmentRequest',
      'catalog',
      'invoice',
      'requestId',
    ]);
    expect(adjusted.billingAdjustmentRequest).toMatchObject({
      id: expect.stringMatching(/^ba-/),
      adjustmentAmount: '-12000.00',
    });
  });
});
