import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import type { EventEnvelope } from '../../../emulator/engine/event.ts';
import { BUYER, clientsOf, PRODUCT, PRODUCT_CODE, quickEmulator, releasedOffer, until } from '../offers.ts';
import { startReceiver } from '../receiver.ts';

const SECRET = 'a secret of the connection';
let emulator: Emulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let answer: (count: number) => number;

beforeEach(async () => {
  answer = () => 200;
  receiver = await startReceiver((_received, count) => answer(count));
  emulator = await quickEmulator({
    eventTarget: { url: receiver.url, headerName: 'x-api-key', secret: SECRET },
  });
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const purchase = async () =>
  emulator.accept({
    offerId: await releasedOffer(clientsOf(emulator)),
    accountId: BUYER,
    units: { committed_spend: 1 },
  });
const arrived = (): EventEnvelope[] => receiver.received.map(each => JSON.parse(each.body));
const types = () => arrived().map(each => each['detail-type']);
const ofType = (type: string) => until(type, () => arrived().find(each => each['detail-type'] === type));

describe('events', () => {
  it('tell a purchase in the order and shape of real ones, with the secret header', async () => {
    const agreement = await purchase();
    const license = await ofType('License Updated - Manufacturer');
    const order = [
      'Offer Released',
      'Change Set Succeeded',
      'Purchase Agreement Created - Proposer',
      'License Updated - Manufacturer',
    ];
    expect(emulator.events().map(each => each.envelope['detail-type'])).toEqual(order);
    // Each is posted by itself, so the receiver may have them in another order, as at AWS.
    await until('every event', () => types().length === order.length);
    expect(types().toSorted()).toEqual(order.toSorted());
    expect(receiver.received.every(each => each.headers['x-api-key'] === SECRET)).toBe(true);
    expect(license).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'License Updated - Manufacturer',
      source: 'aws.agreement-marketplace',
      account: emulator.state.sellerAccountId,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [`arn:aws:aws-marketplace::aws:agreement:${agreement.id}`],
      detail: {
        requestId: expect.any(String),
        catalog: 'AWSMarketplace',
        agreement: { id: agreement.id },
        product: { code: PRODUCT_CODE, id: PRODUCT },
        license: { arn: expect.stringMatching(/^arn:aws:license-manager::\d{12}:license:l-[0-9a-f]{32}$/) },
        acceptor: { accountId: BUYER },
        proposer: { accountId: emulator.state.sellerAccountId },
        offer: { id: agreement.offerId },
      },
    });
  });

  it('of an agreement carry neither product nor license', async () => {
    await purchase();
    const { detail } = await ofType('Purchase Agreement Created - Proposer');
    expect(Object.keys(detail).sort()).toEqual(
      ['requestId', 'catalog', 'agreement', 'resaleAuthorization', 'acceptor', 'proposer', 'offer'].sort(),
    );
    expect(detail.agreement).toMatchObject({ intent: 'NEW', status: 'ACTIVE' });
  });

  it('of a change set are in Pascal case', async () => {
    emulator.failNextChangeSet({ code: 'INVALID_RATE_CARD', message: 'x' });
    await releasedOffer(clientsOf(emulator)).catch(() => {});
    const { detail } = await ofType('Change Set Failed');
    expect(detail).toMatchObject({ Catalog: 'AWSMarketplace', FailureCode: 'CLIENT_ERROR' });
    expect(detail.ChangeSetId).toBe(emulator.changeSets()[0]?.id);
  });

  it('are tried again when the target is down, and keep their id', async () => {
    answer = count => (count <= 1 ? 503 : 200);
    await releasedOffer(clientsOf(emulator));
    await until('both delivered', () => emulator.events().every(each => each.state === 'delivered'));
    const [first] = emulator.events();
    expect(first?.deliveries.map(each => each.status)).toEqual([503, 200]);
    expect(arrived().filter(each => each.id === first?.envelope.id)).toHaveLength(2);
  });

  it('are not tried again when the target refuses them', async () => {
    answer = () => 401;
    await releasedOffer(clientsOf(emulator));
    await until('both refused', () => emulator.events().every(each => each.state === 'refused'));
    expect(receiver.received).toHaveLength(2);
  });

  it('come twice when duplicates are wanted', async () => {
    emulator.settings({ events: { duplicate: true } });
    await releasedOffer(clientsOf(emulator));
    await until('four deliveries', () => receiver.received.length === 4);
    expect(new Set(arrived().map(each => each.id)).size).toBe(2);
  });

  it('overtake each other when they are to be reordered', async () => {
    // One that is held back waits for twice the delays: long enough also on a machine that is busy.
    emulator.settings({ events: { reorder: true }, agreementEventDelay: 500 });
    await purchase();
    await until('four events', () => receiver.received.length === 4);
    expect(types().indexOf('License Updated - Manufacturer')).toBeLessThan(
      types().indexOf('Purchase Agreement Created - Proposer'),
    );
  });

  it('stay away when they are dropped, by their type', async () => {
    emulator.settings({ events: { drop: ['Purchase Agreement Created - Proposer'] } });
    await purchase();
    await ofType('License Updated - Manufacturer');
    expect(types()).not.toContain('Purchase Agreement Created - Proposer');
    expect(emulator.events().filter(each => each.state === 'dropped')).toHaveLength(1);
  });

  it('can be sent once more', async () => {
    await releasedOffer(clientsOf(emulator));
    await until('two', () => receiver.received.length === 2);
    emulator.redeliver(emulator.events()[0]?.envelope.id ?? '');
    await until('three', () => receiver.received.length === 3);
  });

  it('that nothing causes can be published for an agreement', async () => {
    const { id } = await purchase();
    emulator.publishEvent('Purchase Agreement Advisory Issued - Manufacturer', id);
    emulator.publishEvent('Disbursement Paused', id);
    expect((await ofType('Disbursement Paused')).source).toBe('aws.marketplace');
    const advisory = await ofType('Purchase Agreement Advisory Issued - Manufacturer');
    expect(advisory.detail).toMatchObject({
      product: { id: PRODUCT },
      advisory: { issuedAt: expect.any(String) },
    });
  });
});
