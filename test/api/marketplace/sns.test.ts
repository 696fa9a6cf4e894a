import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reconcileScheduleId } from '../../../shared/marketplace/safety-net.ts';
import { accept, offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { type SnsPost, signedBySns, signedText } from '../../support/outside/sns.ts';
import { dealWhich } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

const productCode = 'examplecloud0000000000001';
const topicOf = (name: string) =>
  `arn:aws:sns:us-east-1:287250355862:aws-mp-${name}-notification-${productCode}`;

describe('the legacy SNS topics', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({
      RECONCILE_SECONDS: 86_400,
      MARKETPLACE_SNS_TOPICS: `${topicOf('subscription')}, ${topicOf('entitlement')}`,
    });
    product.config.MARKETPLACE_SNS_CERT_HOST = new URL(product.emulator.url).host;
    await product.restartApi();
    // The safety net alone may tell, and only when SNS makes it look.
    product.emulator.settings({ events: { drop: true } });
  });
  afterAll(() => product?.stop());

  const endpoint = () => `${product.url}/marketplace/sns`;
  const post = (message: unknown, type = 'text/plain; charset=UTF-8') =>
    fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    });
  const bodyOf = async (answer: Response) => (await answer.json()) as { state?: string; detail?: string };
  /** How often AWS was asked, once nothing more is under way. */
  const looks = () =>
    eventually(
      async () => {
        const schedule = product.deps.temporal.schedule.getHandle(reconcileScheduleId(product.config));
        const { info, raw } = await schedule.describe();
        const isQuiet = info.runningActions.length === 0 && Number(raw.info?.bufferSize ?? 0) === 0;
        return isQuiet ? { count: info.numActionsTaken } : undefined;
      },
      { what: 'no more looks' },
    );
  const subscriptions = () => product.emulator.state.snsSubscriptions;

  async function subscribe(topic: 'subscription' | 'entitlement'): Promise<void> {
    const { arn } = product.emulator.subscribeToTopic({
      topic,
      productId: 'prod-examplecloud01',
      endpoint: endpoint(),
    });
    await eventually(() => subscriptions().find(each => each.arn === arn)?.confirmed, {
      what: 'the confirmed subscription',
    });
  }

  /** A message with a signature that holds, made with the emulator's key. */
  const signed = (change: SnsPost = {}, version: '1' | '2' = '2') =>
    signedBySns(product.emulator.url, {
      TopicArn: topicOf('subscription'),
      Message: '{"action":"unsubscribe-pending"}',
      ...change,
      version,
    });

  it.each(['1', '2'] as const)(
    'are confirmed, and make us ask AWS at once for what they do not tell (signature version %s)',
    async version => {
      product.emulator.settings({ snsSignatureVersion: version });
      await subscribe('subscription');
      await subscribe('entitlement');
      const deal = await offeredDeal(product);
      const { id } = accept(product, deal);
      const found = await dealWhich(product, deal.dealId, each => each.agreement && each.license, {
        what: 'agreement and license by search',
      });
      expect(found.agreement).toMatchObject({ agreementId: id, learntFrom: 'search' });
      const kept = await product.db.events.find({ detailType: /^SNS / }).lean();
      expect(kept.map(each => each.detailType)).toEqual(
        expect.arrayContaining(['SNS subscribe-success', 'SNS entitlement-updated']),
      );
      for (const each of kept) expect(each).toMatchObject({ state: 'ignored', keys: [] });
      expect(JSON.stringify(kept)).not.toContain('Unsubscribe');
      product.emulator.state.snsSubscriptions = [];
    },
  );

  it('are taken once, however often they are sent, and make us ask once', async () => {
    const { count } = await looks();
    const looked = (times: number) =>
      eventually(async () => (await looks()).count >= count + times, { what: `${times} looks` });
    const message = signed();
    expect(await bodyOf(await post(message))).toEqual({ state: 'ignored' });
    await looked(1);
    for (const type of ['text/plain', 'application/json'])
      expect(await bodyOf(await post(message, type))).toEqual({ state: 'ignored' });
    expect(await product.db.events.countDocuments({ _id: `sns:${message.MessageId}` })).toBe(1);
    // A look for the next message is the second one only if the repetitions caused none.
    await post(signed());
    await looked(2);
    expect((await looks()).count).toBe(count + 2);
  });

  it.each(['1', '2'] as const)(
    'are refused when they were changed after version %s was signed',
    async version => {
      const message = signed({}, version);
      const id = randomUUID();
      for (const forged of [
        { ...message, Message: '{"action":"unsubscribe-success"}' },
        { ...message, MessageId: id },
        { ...message, SignatureVersion: version === '1' ? '2' : '1' },
        { ...message, SignatureVersion: '3' },
        { ...message, Signature: 'AAAA' },
      ])
        expect((await post(forged)).status).toBe(403);
      expect(await product.db.events.countDocuments({ _id: `sns:${id}` })).toBe(0);
      expect((await post(message)).status).toBe(200);
    },
  );

  it('are refused from a topic that is not ours, however well signed', async () => {
    const stranger = topicOf('subscription').replace(productCode, 'somebodyelse');
    const answer = await post({ ...signed({ TopicArn: stranger }) });
    expect(answer.status).toBe(403);
    expect((await bodyOf(answer)).detail).toContain('MARKETPLACE_SNS_TOPICS');
  });

  it('are refused when somebody else has signed them with a certificate of his own', async () => {
    const message = signed();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { SignatureVersion, Signature: _own, SigningCertURL: _theirs, ...content } = message;
    const text = signedText(content);
    const Signature = sign('sha256', Buffer.from(text), privateKey).toString('base64');
    const path = `SimpleNotificationService-${'a'.repeat(32)}.pem`;
    const { host } = new URL(product.emulator.url);
    for (const SigningCertURL of [
      `https://sns.us-east-1.amazonaws.com.evil.example/${path}`,
      `http://${host}@evil.example/${path}`,
      `http://user@${host}/${path}`,
      `http://${host}/elsewhere/${path}`,
      `http://${host}/${path}?redirect=1`,
      `https://${host}/${path}`,
      'no address at all',
    ]) {
      const forged = { ...content, Signature, SignatureVersion: SignatureVersion ?? '', SigningCertURL };
      const answer = await post(forged);
      expect([SigningCertURL, answer.status]).toEqual([SigningCertURL, 403]);
    }
  });

  it('are sent again by SNS when the certificate cannot be had now', async () => {
    const message = signed();
    const { origin } = new URL(message.SigningCertURL ?? '');
    const SigningCertURL = `${origin}/SimpleNotificationService-${'b'.repeat(32)}.pem`;
    expect((await post({ ...message, SigningCertURL })).status).toBe(503);
  });

  it('confirm no subscription at an address that is not one of SNS', async () => {
    const confirmation = (SubscribeURL: string) =>
      signed({ Type: 'SubscriptionConfirmation', Token: 'a', SubscribeURL });
    const parameters = new URLSearchParams({
      Action: 'ConfirmSubscription',
      TopicArn: topicOf('subscription'),
      Token: 'a',
    });
    const others = new URLSearchParams({ ...Object.fromEntries(parameters), TopicArn: topicOf('other') });
    for (const address of [
      'http://169.254.169.254/latest/meta-data',
      `https://sns.us-east-1.amazonaws.com.evil.example/?${parameters}`,
      `${product.emulator.url}/control/reset?${parameters}`,
      `${product.emulator.url}/sns?${others}`,
      `${product.emulator.url}/sns?Action=Unsubscribe`,
    ])
      expect([address, (await post(confirmation(address))).status]).toEqual([address, 403]);
    // SNS itself does not know this token, and SNS tries again.
    const unknown = confirmation(`${product.emulator.url}/sns?${parameters}`);
    expect((await post(unknown)).status).toBe(503);
  });

  it('may end, which is noted and changes nothing', async () => {
    const message = signed({
      Type: 'UnsubscribeConfirmation',
      Token: 'a',
      SubscribeURL: 'https://a.example',
    });
    expect(await bodyOf(await post(message))).toEqual({ state: 'unsubscribed' });
  });

  it('are told what is wrong with them when they have no form of SNS', async () => {
    expect((await post('no json')).status).toBe(400);
    expect((await post({ Type: 'Notification' })).status).toBe(422);
    expect((await post('[]', 'application/json')).status).toBe(422);
  });

  it('have no endpoint while none is configured', async () => {
    const { MARKETPLACE_SNS_TOPICS } = product.config;
    product.config.MARKETPLACE_SNS_TOPICS = '';
    await product.restartApi();
    expect((await post({ Type: 'Notification' })).status).toBe(404);
    product.config.MARKETPLACE_SNS_TOPICS = MARKETPLACE_SNS_TOPICS;
    await product.restartApi();
  });
});
