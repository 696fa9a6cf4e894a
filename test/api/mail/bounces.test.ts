import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isBad } from '../../../shared/mail/bad-addresses.ts';
import { sesNotification } from '../../shared/mail/ses.ts';
import { factsOf, mailWhich, offerMailed } from '../../support/outside/bounced.ts';
import { signedBySns } from '../../support/outside/sns.ts';
import { dealWhich } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

const secret = 'a-secret-for-mail-services';
const topic = 'arn:aws:sns:ap-northeast-1:888888888888:ses-feedback';
const detail = '550 5.1.1 No such user';

describe('bounces told by a mail service', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({
      RECONCILE_SECONDS: 86_400,
      MAIL_BOUNCE_SECRET: secret,
      MAIL_BOUNCE_SNS_TOPICS: topic,
    });
    product.config.MARKETPLACE_SNS_CERT_HOST = new URL(product.emulator.url).host;
    await product.restartApi();
  });
  afterAll(() => product?.stop());

  async function post(path: string, { body, headers }: { body: unknown; headers?: Record<string, string> }) {
    const answer = await fetch(`${product.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const type = answer.headers.get('content-type') ?? '';
    // biome-ignore lint/suspicious/noExplicitAny: answers and problems
    return { status: answer.status, type, body: (await answer.json()) as any };
  }
  const tell = (body: unknown, key = secret) =>
    post('/mail/bounces', { body, headers: { 'x-api-key': key } });
  const tellBySes = (Message: string, TopicArn = topic) =>
    post('/mail/bounces/ses', {
      body: JSON.stringify(signedBySns(product.emulator.url, { TopicArn, Message })),
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
    });
  const stuckOf = (dealId: string) =>
    dealWhich(product, dealId, deal => deal.stuck.some(each => each.reason === 'mailBounced'), {
      what: 'a deal stuck with a mail that came back',
    });

  describe('as JSON', () => {
    it('make the address bad and the deal stuck, one or several at once', async () => {
      const [one, two] = [await offerMailed(product), await offerMailed(product)];
      const permanent = true;
      const single = { messageId: one.messageId, email: one.email, permanent, detail };
      expect(await tell(single)).toMatchObject({ status: 200, body: { outcomes: ['bounced'] } });
      const list = [
        single,
        { email: two.email, permanent: false, detail: '4.2.1 later' },
        { email: two.email, permanent, detail },
        { email: 'nobody@buyer.example', permanent, detail },
      ];
      const outcomes = ['bounced', 'noted', 'bounced', 'unknown'];
      expect(await tell(list)).toMatchObject({ status: 200, body: { outcomes } });
      for (const { dealId, email } of [one, two]) {
        await stuckOf(dealId);
        expect(await isBad(product.db, email)).toBe(true);
        expect(await factsOf(product, dealId, 'mailBounced')).toHaveLength(1);
      }
      expect(await isBad(product.db, 'nobody@buyer.example')).toBe(false);
    });

    it('may name the mail without the brackets of its Message-ID', async () => {
      const { dealId, email, messageId } = await offerMailed(product);
      const bare = messageId.replace(/[<>]/g, '');
      expect((await tell({ messageId: bare, email, permanent: true, detail })).status).toBe(200);
      await stuckOf(dealId);
    });

    it('are refused without the secret, whatever they say', async () => {
      const { email, messageId, mail } = await offerMailed(product);
      const body = { messageId, email, permanent: true, detail };
      for (const key of ['', 'guess', secret.slice(1), `${secret}x`])
        expect(await tell(body, key)).toMatchObject({
          status: 401,
          type: expect.stringContaining('problem'),
        });
      expect((await tell('no json', 'guess')).status).toBe(401);
      expect(await mailWhich(product, { key: mail.key })).toMatchObject({ state: 'sent' });
    });

    it('are answered with every field that does not hold, and none of them is taken', async () => {
      const { email, messageId, mail } = await offerMailed(product);
      const good = { messageId, email, permanent: true, detail };
      const answer = await tell([good, { email: 'nobody', permanent: 'perhaps' }]);
      expect(answer.status).toBe(422);
      const pointers = answer.body.errors.map((each: { pointer: string }) => each.pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/1/email', '/1/permanent', '/1/detail']));
      expect((await tell([])).status).toBe(422);
      expect((await tell({ email: { $ne: '' }, permanent: true, detail })).status).toBe(422);
      expect(await mailWhich(product, { key: mail.key })).toMatchObject({ state: 'sent' });
    });
  });

  describe('by Amazon SES', () => {
    it('make the address bad and the deal stuck', async () => {
      const { dealId, email, messageId } = await offerMailed(product);
      const notification = sesNotification({ type: 'Bounce', email, messageId });
      for (let times = 0; times < 2; times++)
        expect(await tellBySes(notification)).toMatchObject({ status: 200, body: { state: 'received' } });
      await stuckOf(dealId);
      expect(await isBad(product.db, email)).toBe(true);
      expect(await factsOf(product, dealId, 'mailBounced')).toHaveLength(1);
    });

    it('are found by the reader when SES does not tell the original headers', async () => {
      const { dealId, email } = await offerMailed(product);
      expect((await tellBySes(sesNotification({ type: 'Bounce', email }))).status).toBe(200);
      await stuckOf(dealId);
    });

    it('stop the reminders of a reader who has complained', async () => {
      const { dealId, email, messageId } = await offerMailed(product);
      await tellBySes(sesNotification({ type: 'Complaint', email, messageId }));
      await dealWhich(product, dealId, deal => deal.remindersStopped?.includes(email), {
        what: 'no reminders',
      });
      expect(await isBad(product.db, email)).toBe(false);
    });

    it('are refused when another topic sends them, or somebody who is not SNS', async () => {
      const { email, messageId, mail } = await offerMailed(product);
      const notification = sesNotification({ type: 'Bounce', email, messageId });
      const stranger = await tellBySes(notification, `${topic}-of-somebody-else`);
      expect(stranger).toMatchObject({ status: 403, type: expect.stringContaining('problem') });
      expect(stranger.body.detail).toContain('MAIL_BOUNCE_SNS_TOPICS');
      const { Message: _signed, ...rest } = signedBySns(product.emulator.url, { TopicArn: topic });
      const forged = await post('/mail/bounces/ses', { body: { ...rest, Message: notification } });
      expect(forged.status).toBe(403);
      expect(await mailWhich(product, { key: mail.key })).toMatchObject({ state: 'sent' });
    });

    it('are not expected in every message, such as the test of a new topic', async () => {
      const answer = await tellBySes('Successfully validated SNS topic for Amazon SES event publishing.');
      expect(answer).toMatchObject({ status: 200, body: { state: 'ignored' } });
    });
  });

  it('have no endpoint while none is configured', async () => {
    product.config.MAIL_BOUNCE_SECRET = '';
    product.config.MAIL_BOUNCE_SNS_TOPICS = '';
    await product.restartApi();
    expect((await tell({ email: 'a@b.example', permanent: true, detail }, '')).status).toBe(404);
    expect((await tellBySes('{}')).status).toBe(404);
  });
});
