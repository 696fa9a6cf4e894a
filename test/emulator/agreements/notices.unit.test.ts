import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import { BUYER, clientsOf, quickEmulator, releasedOffer, until } from '../offers.ts';
import { startReceiver } from '../receiver.ts';

let emulator: Emulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver();
  const eventTarget = { url: receiver.url, headerName: 'x-api-key', secret: 'secret' };
  emulator = await quickEmulator({ eventTarget });
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

type Envelope = { 'detail-type': string; detail: { agreement?: { id: string; daysBeforeEndTime?: number } } };
const envelopes = (): Envelope[] => receiver.received.map(each => JSON.parse(each.body));
const agreementIn = (body: string) => (JSON.parse(body) as Envelope).detail.agreement?.id;
const notices = (id: string) =>
  envelopes()
    .filter(each => each.detail.agreement?.id === id)
    .flatMap(each => each.detail.agreement?.daysBeforeEndTime ?? []);

async function purchase(autoRenew = false) {
  const offerId = await releasedOffer(clientsOf(emulator));
  const agreement = emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 }, autoRenew });
  await until('the license', () => emulator.state.agreements[agreement.id]?.license === 'PROVISIONED');
  return agreement;
}

describe('the notices before the end', () => {
  it.each([[['P340D']], [['P170D', 'P100D', 'P40D', 'P30D']], [Array.from({ length: 35 }, () => 'P10D')]])(
    'come once each and in order when the clock moves by %j',
    async steps => {
      const { id } = await purchase();
      for (const advance of steps) emulator.clock({ advance });
      await until('the last notice', () => notices(id).includes(30));
      expect(notices(id)).toEqual([180, 120, 90, 60, 30]);
    },
  );

  it('come before the end when one jump passes all of it, and over a renewal too', async () => {
    const { id } = await purchase(true);
    emulator.clock({ advance: 'P725D' });
    const next = await until('the renewed agreement', () =>
      emulator.agreements().find(each => each.previousAgreementId === id),
    );
    await until('the last notice of the renewed one', () => notices(next.id).includes(30));
    expect(notices(id)).toEqual([180, 120, 90, 60, 30]);
    expect(notices(next.id)).toEqual([180, 120, 90, 60, 30]);
    const types = envelopes()
      .filter(each => each.detail.agreement?.id === id)
      .map(each => each['detail-type']);
    expect(types.lastIndexOf('Purchase Agreement Ending - Proposer')).toBeLessThan(
      types.indexOf('Purchase Agreement Ended - Proposer'),
    );
  });

  it('leave out those that were due before the agreement was made', async () => {
    const { id } = await purchase();
    const inHundredDays = new Date(Date.now() + 100 * 86_400_000).toISOString();
    emulator.amendAgreement(id, { endTime: inHundredDays });
    emulator.clock({ advance: 'P99D' });
    await until('the last notice', () => notices(id).includes(30));
    expect(notices(id)).toEqual([90, 60, 30]);
  });
});

describe('a slow receiver', () => {
  it('gets what concerns one agreement in the order in which it happened, and others need not wait', async () => {
    const clients = clientsOf(emulator);
    const offerIds = [await releasedOffer(clients), await releasedOffer(clients)];
    let held = '';
    let answerFirst = () => {};
    const first = new Promise<void>(done => {
      answerFirst = done;
    });
    await receiver.stop();
    receiver = await startReceiver(
      () => 200,
      // By what it is about: an event of the offers may still be on its way.
      ({ body }) => (agreementIn(body) === held ? first : Promise.resolve()),
    );
    emulator.settings({ eventTarget: { url: receiver.url, headerName: 'x-api-key', secret: 'secret' } });
    const accept = (offerId = '') =>
      emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 } }).id;
    const types = (id: string) =>
      envelopes()
        .filter(each => each.detail.agreement?.id === id)
        .map(each => each['detail-type']);
    held = accept(offerIds[0]);
    await until('the first event', () => types(held).length === 1);
    const free = accept(offerIds[1]);
    await until('the license', () => emulator.state.agreements[held]?.license === 'PROVISIONED');
    await until('the events of the other', () => types(free).length === 2);
    expect(types(held)).toEqual(['Purchase Agreement Created - Proposer']);
    answerFirst();
    await until('the event that waited', () => types(held).length === 2);
    expect(types(held)).toEqual(types(free));
  });
});
