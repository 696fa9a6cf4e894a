import { createVerify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import { BUYER, clientsOf, PRODUCT, PRODUCT_CODE, quickEmulator, releasedOffer, until } from '../offers.ts';
import { startReceiver } from '../receiver.ts';

let emulator: Emulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let ready: () => Promise<void>;
beforeEach(async () => {
  ready = () => Promise.resolve();
  receiver = await startReceiver(
    () => 200,
    () => ready(),
  );
  emulator = await quickEmulator();
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

type Message = Record<string, string>;
const messages = (): Message[] => receiver.received.map(each => JSON.parse(each.body));
const notifications = () =>
  messages()
    .filter(each => each.Type === 'Notification')
    .map(each => JSON.parse(each.Message ?? ''));

async function subscribe(topic: 'subscription' | 'entitlement') {
  emulator.subscribeToTopic({ topic, productId: PRODUCT, endpoint: receiver.url });
  const confirmation = await until('the confirmation', () =>
    messages().find(each => each.Type === 'SubscriptionConfirmation' && each.TopicArn?.includes(topic)),
  );
  expect((await fetch(confirmation.SubscribeURL ?? '')).status).toBe(200);
  return confirmation;
}

const SIGNED: Record<string, string[]> = {
  Notification: ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
};

async function isGenuine(message: Message): Promise<boolean> {
  const pem = await (await fetch(message.SigningCertURL ?? '')).text();
  const certificate = new X509Certificate(pem);
  expect(certificate.checkIssued(certificate)).toBe(true);
  const text = SIGNED[message.Type ?? '']?.map(name => `${name}\n${message[name]}\n`).join('') ?? '';
  const verify = createVerify(message.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256').update(text);
  return verify.verify(certificate.publicKey, message.Signature ?? '', 'base64');
}

const purchase = async () =>
  emulator.accept({
    offerId: await releasedOffer(clientsOf(emulator)),
    accountId: BUYER,
    units: { committed_spend: 1 },
  });

describe('the legacy SNS topics', () => {
  it.each(['1', '2'] as const)('sign with their own certificate, version %s', async version => {
    emulator.settings({ snsSignatureVersion: version });
    expect(await isGenuine(await subscribe('subscription'))).toBe(true);
    await purchase();
    const message = await until('a notification', () =>
      messages().find(each => each.Type === 'Notification'),
    );
    expect(message.SignatureVersion).toBe(version);
    expect(await isGenuine(message)).toBe(true);
    expect(await isGenuine({ ...message, Message: '{}' })).toBe(false);
  });

  it('tell of subscribing and ending without license, account or agreement', async () => {
    await subscribe('subscription');
    const { id, offerId } = await purchase();
    const subscribed = await until('subscribe-success', () => notifications()[0]);
    expect(subscribed).toEqual({
      action: 'subscribe-success',
      'customer-identifier': expect.any(String),
      'product-code': PRODUCT_CODE,
      'offer-identifier': offerId,
      isFreeTrialTermPresent: 'false',
    });
    emulator.endAgreement(id, 'CANCELLED');
    await until('the end', () => notifications().length === 3);
    expect(notifications().map(each => each.action)).toEqual([
      'subscribe-success',
      'unsubscribe-pending',
      'unsubscribe-success',
    ]);
  });

  it('tell by one message that entitlements may have changed', async () => {
    await subscribe('entitlement');
    await purchase();
    const changed = await until('entitlement-updated', () => notifications()[0]);
    expect(changed).toMatchObject({ action: 'entitlement-updated', 'product-code': PRODUCT_CODE });
  });

  it('tell that a payment failed', async () => {
    await subscribe('subscription');
    emulator.settings({ failNextPayments: 1 });
    await purchase();
    expect(await until('subscribe-fail', () => notifications()[0])).toMatchObject({
      action: 'subscribe-fail',
    });
  });

  it('send nothing before the subscription is confirmed', async () => {
    emulator.subscribeToTopic({ topic: 'subscription', productId: PRODUCT, endpoint: receiver.url });
    const { id } = await purchase();
    await until('the license', () => emulator.state.agreements[id]?.license === 'PROVISIONED');
    expect(notifications()).toEqual([]);
  });

  it('send the next message to a slow subscriber only when it has answered the one before', async () => {
    await subscribe('subscription');
    let answerFirst = () => {};
    const first = new Promise<void>(done => {
      answerFirst = done;
    });
    ready = () => (notifications().length === 1 ? first : Promise.resolve());
    const { id } = await purchase();
    await until('subscribe-success', () => notifications().length === 1);
    emulator.endAgreement(id, 'CANCELLED');
    await until('the license to go', () => emulator.state.agreements[id]?.license === 'DEPROVISIONED');
    expect(notifications()).toHaveLength(1);
    answerFirst();
    await until('the end', () => notifications().length === 3);
    expect(notifications().map(each => each.action)).toEqual([
      'subscribe-success',
      'unsubscribe-pending',
      'unsubscribe-success',
    ]);
  });
});
