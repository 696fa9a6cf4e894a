import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { webhooksUrl } from '../../../../api/desk/webhooks/view.ts';
import type { DeliveryState } from '../../../../shared/models/webhook-delivery.ts';
import { readEndpoint } from '../../../../shared/webhooks/endpoint.ts';
import { inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { reactions, startWebhookReceiver, webhookSecret } from '../../../support/outside/webhook-receiver.ts';
import { call, dealWhich, staffAt } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { withoutEngine } from '../../buyers/without-engine.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';

const at = (path: string) => `${webhooksUrl}/${path}`;

describe('the webhook at the desk', () => {
  let product: Product;
  let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
  let support: Colleague;

  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    product = await startProduct({
      TIMELINE_WEBHOOK_URL: receiver.url,
      TIMELINE_WEBHOOK_SECRET: webhookSecret,
      TIMELINE_WEBHOOK_RETRY_SECONDS: '1,1',
    });
    support = await signedIn(product, 'support');
  });
  beforeEach(async () => {
    receiver.reactWith(() => reactions.takes);
    await product.db.webhookEndpoints.deleteMany({});
    await product.db.webhookDeliveries.deleteMany({});
  });
  afterAll(async () => {
    await product?.stop();
    receiver?.stop();
  });

  const inState = (state: DeliveryState) => product.db.webhookDeliveries.countDocuments({ state });
  const addNote = (dealId: string) => staffAt(product, 'sales').step(dealId, 'add-note', { text: 'A note.' });
  async function toldDeal(company = 'Aozora Trading'): Promise<string> {
    const dealId = await inquire(product, { company });
    await dealWhich(product, dealId, deal => deal.seq > 1 && deal.mails.length === 0);
    await eventually(
      async () => (await inState('delivered')) === (await product.db.timeline.countDocuments({ dealId })),
    );
    return dealId;
  }
  async function pausedDeal(): Promise<string> {
    const dealId = await toldDeal();
    receiver.reactWith(() => reactions.isGone);
    await addNote(dealId);
    await eventually(async () => (await inState('held')) === 1);
    return dealId;
  }

  it('shows every entry with its deal and answer, and the host of the receiver alone', async () => {
    const dealId = await toldDeal('Aozora <Trading>');
    const { html } = await support.get(webhooksUrl);
    for (const text of [
      'Inquiry received',
      'Answered 204',
      new URL(receiver.url).host,
      `/desk/deals/${dealId}`,
    ])
      expect(html).toContain(text);
    expect(html).toContain('Aozora &lt;Trading>');
    for (const secret of ['secret-path', webhookSecret]) expect(html).not.toContain(secret);
    expect(accessibilityProblems(html)).toEqual([]);
  });

  it('is looked after by programs alike: resumed, and told again', async () => {
    const dealId = await pausedDeal();
    const ask = (path: string, body?: object, role: keyof typeof tokens = 'support') =>
      call(`${product.url}/api/webhook${path}`, { token: tokens[role], body });
    const { body } = await ask('?state=held');
    expect(body).toMatchObject({ host: new URL(receiver.url).host, held: 1, pausedFor: 'gone' });
    expect(body.deliveries).toMatchObject([{ dealId, state: 'held', type: 'addNote' }]);
    receiver.reactWith(() => reactions.takes);
    expect((await ask('/resume', {})).status).toBe(204);
    await eventually(async () => (await inState('held')) === 0 && (await inState('waiting')) === 0);
    expect((await ask('')).body.pausedAt).toBeUndefined();
    const [{ id }] = body.deliveries;
    const before = await product.db.webhookDeliveries.findById(id).lean();
    expect((await ask('/replay', { id })).status).toBe(204);
    await eventually(async () => {
      const told = await product.db.webhookDeliveries.findById(id).lean();
      return told?.state === 'delivered' && told.attempts > (before?.attempts ?? 0);
    });
    expect((await ask('/replay', { id: 'nothing:1' })).status).toBe(404);
    expect((await ask('/replay', { since: '2999-01-01T00:00:00.000Z' })).body.errors).toMatchObject([
      { pointer: '/since' },
    ]);
    expect((await ask('/replay', {})).status).toBe(422);
    expect((await ask('', undefined, 'approver')).status).toBe(403);
  });

  it('is resumed by one press, and what was held is delivered', async () => {
    const dealId = await pausedDeal();
    const { html } = await support.get(webhooksUrl);
    expect(html).toContain('410 Gone');
    receiver.reactWith(() => reactions.takes);
    const answer = await support.press(webhooksUrl, at('resume'));
    expect([answer.status, answer.location]).toEqual([303, `${webhooksUrl}?done=resumed`]);
    expect((await support.get(answer.location ?? '')).html).not.toContain('410 Gone');
    await eventually(async () => (await inState('held')) === 0 && (await inState('waiting')) === 0);
    // Refused, and taken.
    expect(receiver.of(dealId).filter(({ body }) => body.type === 'timeline.addNote')).toHaveLength(2);
  });

  it('resumes the pause that somebody has seen, and no later one', async () => {
    await pausedDeal();
    const { html } = await support.get(webhooksUrl);
    const later = new Date('2099-01-01');
    await product.db.webhookEndpoints.updateOne({}, { $set: { pausedAt: later } });
    await support.post(at('resume'), hiddenFields(html, at('resume')));
    expect((await readEndpoint(product.db)).pausedAt).toEqual(later);
    expect(await inState('held')).toBe(1);
  });

  it('stays paused when Temporal cannot be reached', async () => {
    await pausedDeal();
    const cut = await withoutEngine(product);
    const { html } = await support.get(webhooksUrl);
    const elsewhere = browserAt({ ...product, url: cut.url } as Product);
    for (const [name, value] of support.cookies) elsewhere.cookies.set(name, value);
    const answer = await elsewhere.post(at('resume'), hiddenFields(html, at('resume')));
    await cut.stop();
    expect(answer.status).toBe(503);
    expect((await readEndpoint(product.db)).pausedFor).toBe('gone');
  });

  it('posts one entry again under its own id, once however often the button is pressed', async () => {
    const dealId = await toldDeal();
    const id = `${dealId}:1`;
    const times = () => receiver.heard.filter(each => each.line === id).length;
    const { html } = await support.get(webhooksUrl);
    const fields = { ...hiddenFields(html, at('replay')), id };
    expect((await support.post(at('replay'), fields)).status).toBe(303);
    await eventually(() => times() === 2);
    await eventually(async () => (await product.db.webhookDeliveries.findById(id).lean())?.attempts === 2);
    expect(await inState('held')).toBe(0);
    expect(receiver.of(dealId).at(-1)?.text).toBe(receiver.of(dealId)[0]?.text);
  });

  it('posts everything since a moment again, in order, and nothing older', async () => {
    const dealId = await toldDeal();
    const recorded = await product.db.timeline.countDocuments({ dealId });
    const old = new Date('2020-01-01T00:00:00Z');
    await product.db.webhookDeliveries.updateOne({ _id: `${dealId}:1` }, { $set: { at: old } });
    const before = receiver.heard.length;
    const answer = await support.press(webhooksUrl, at('replay-since'), { since: '2021-06-01T00:00' });
    expect(answer.status).toBe(303);
    await eventually(async () => (await inState('delivered')) === recorded && receiver.heard.length > before);
    const ids = receiver.heard.slice(before).map(each => each.line);
    expect(ids).toEqual(Array.from({ length: recorded - 1 }, (_, index) => `${dealId}:${index + 2}`));
  });

  it.each(['', 'soon', '2999-01-01T00:00'])(
    'does not take %p as a moment, and keeps what was typed',
    async since => {
      await toldDeal();
      const answer = await support.press(webhooksUrl, at('replay-since'), { since });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain('<a href="#field-since">Choose a day and a time that have passed.</a>');
      if (since) expect(answer.html).toContain(`value="${since}"`);
      expect(await inState('held')).toBe(0);
    },
  );

  it('is read page by page, and by state', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      _id: `paged:${index}`,
      dealId: 'paged',
      seq: index,
      type: 'addNote' as const,
      outcome: 'applied' as const,
      at: new Date(1_700_000_000_000),
      state: index < 3 ? ('failed' as const) : ('delivered' as const),
      attempts: 1,
    }));
    await product.db.webhookDeliveries.insertMany(rows);
    const seen: string[] = [];
    let path: string | undefined = webhooksUrl;
    while (path) {
      const { html } = await support.get(path);
      seen.push(...[...html.matchAll(/name="id" value="(paged:\d+)"/g)].map(([, id]) => id ?? ''));
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
    const failed = await support.get(`${webhooksUrl}?state=failed`);
    expect(failed.html.match(/name="id" value="paged/g)).toHaveLength(3);
    expect((await support.get(`${webhooksUrl}?cursor=nonsense`)).status).toBe(400);
  });

  it('is for sales and support alone', async () => {
    const approver = await signedIn(product, 'approver');
    expect((await approver.get(webhooksUrl)).status).toBe(403);
    expect((await approver.get('/desk')).html).not.toContain(`href="${webhooksUrl}"`);
    expect((await browserAt(product).get(webhooksUrl)).location).toContain('/desk/sign-in');
    expect((await support.get('/desk')).html).toContain(`href="${webhooksUrl}"`);
  });
});

it('says what to set when no receiver is set', async () => {
  const product = await startProduct();
  const sales = await signedIn(product, 'sales');
  const { html } = await sales.get(webhooksUrl);
  expect(html).toContain('No receiver is set');
  expect(html).toContain('TIMELINE_WEBHOOK_SECRET');
  const dealId = await inquire(product);
  await dealWhich(product, dealId, deal => deal.seq > 1);
  expect(await product.db.webhookDeliveries.countDocuments({})).toBe(0);
  await product.stop();
});
