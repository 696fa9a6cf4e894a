import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replyAddress } from '../../../shared/mail/reply-address.ts';
import { letter } from '../../shared/mail/inbound/letters.ts';
import { inquire } from '../../support/deals.ts';
import { signedBySns } from '../../support/outside/sns.ts';
import { dealWhich } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { sampleInquiry } from '../../support/samples.ts';

const secret = 'a-secret-for-the-mail-service';
const topic = 'arn:aws:sns:us-east-1:888888888888:inbound';

describe('a mail of a buyer that a mail service hands over', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({
      RECONCILE_SECONDS: 86_400,
      MAIL_INBOUND_SECRET: secret,
      MAIL_INBOUND_SNS_TOPICS: topic,
      MAIL_REPLY_TEMPLATE: 'support+{token}@example.com',
    });
    product.config.MARKETPLACE_SNS_CERT_HOST = new URL(product.emulator.url).host;
    await product.restartApi();
  });
  afterAll(() => product?.stop());

  async function post(mail: Buffer | string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${product.url}/mail/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'x-api-key': secret, ...headers },
      body: new Uint8Array(Buffer.from(mail)),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  async function tellBySes(received: object) {
    const Message = JSON.stringify({ notificationType: 'Received', ...received });
    const answer = await fetch(`${product.url}/mail/inbound/ses`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
      body: JSON.stringify(signedBySns(product.emulator.url, { TopicArn: topic, Message })),
    });
    return { status: answer.status, body: await answer.json() };
  }
  const somebody = () => `${randomUUID()}@aozora.example`;
  async function dealOf(email: string): Promise<string> {
    return inquire(product, { contact: { ...sampleInquiry().contact, email } });
  }

  it('becomes a message of the deal that it answers, once, whatever is attached', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    const to = replyAddress(product.config, dealId) ?? '';
    const mail = letter({ from: email, to, text: 'The 15th suits us.', attachment: 'x'.repeat(3_000_000) });
    for (const _again of [1, 2])
      expect(await post(mail)).toEqual({ status: 200, body: { state: 'message', dealId } });
    const deal = await dealWhich(product, dealId, ({ request }) => request);
    expect(deal.request?.message).toBe('The 15th suits us.');
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'writeToStaff' })).toBe(1);
  });

  it('opens an inquiry where it belongs to no deal', async () => {
    const { status, body } = await post(letter({ from: somebody(), text: 'How much is it?' }));
    expect([status, body.state]).toEqual([200, 'inquiry']);
    await dealWhich(product, String(body.dealId), ({ inquiry }) => inquiry.message?.includes('How much'));
  });

  it('is read by nobody without the secret, and taken in no other form', async () => {
    const mail = letter({ from: somebody() });
    for (const key of ['', 'guess', `${secret}x`])
      expect((await post(mail, { 'x-api-key': key })).status).toBe(401);
    expect((await post('{"from":"x"}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await post('no mail of anybody')).status).toBe(422);
    expect((await post(Buffer.alloc(27_000_000, 'x'))).status).toBe(413);
  });

  it.each(['BASE64', 'UTF8'] as const)('comes from Amazon SES as %s', async encoding => {
    const email = somebody();
    const dealId = await dealOf(email);
    const mail = letter({
      from: email,
      to: replyAddress(product.config, dealId),
      text: '15日でお願いします。',
    });
    const content = encoding === 'BASE64' ? mail.toString('base64') : mail.toString();
    const receipt = { action: { type: 'SNS', encoding }, spamVerdict: { status: 'PASS' } };
    expect(await tellBySes({ content, receipt })).toEqual({ status: 200, body: { state: 'message' } });
    const deal = await dealWhich(product, dealId, ({ request }) => request);
    expect(deal.request?.message).toBe('15日でお願いします。');
  });

  it('waits for a person where Amazon SES takes it for spam, whatever it says of itself', async () => {
    const mail = letter({ from: somebody(), headers: { 'X-Spam-Flag': 'NO' } });
    const receipt = { action: { encoding: 'BASE64' }, spamVerdict: { status: 'FAIL' } };
    const answer = await tellBySes({ content: mail.toString('base64'), receipt });
    expect(answer).toEqual({ status: 200, body: { state: 'held' } });
    expect(await tellBySes({ receipt: {} })).toEqual({ status: 200, body: { state: 'ignored' } });
  });
});
