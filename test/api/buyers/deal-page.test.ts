import { randomUUID } from 'node:crypto';
import { readableFor } from '../../../api/buyers/open-deal.ts';
import { settled } from '../../support/deals.ts';
import { pagePath } from '../../support/page-links.ts';
import { call, dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { sampleInquiry, sampleTerms } from '../../support/samples.ts';
import { hiddenFields, visitor } from './visitor.ts';
import { withoutEngine } from './without-engine.ts';

describe('the buyer’s deal page on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  /** Whoever asks has an address of his own in each deal. */
  const askers = new Map<string, string>();
  const path = (dealId: string) => pagePath(product, { dealId, email: askers.get(dealId) });
  const entries = (dealId: string, type: string) =>
    product.db.timeline.countDocuments({ dealId, 'entry.event.type': type });

  async function offeredDeal(): Promise<string> {
    const { contact, company, message } = sampleInquiry();
    const email = `${randomUUID()}@aozora.example`;
    const body = { ...contact, email, company, message };
    const { dealId } = (await call(`${product.url}/api/inquiries`, { key: randomUUID(), body })).body;
    askers.set(dealId, email);
    const sales = staffAt(product, 'sales');
    await sales.step(dealId, 'propose-terms', { terms: sampleTerms(Date.now()) });
    await sales.step(dealId, 'mark-negotiation-done', { version: 1 });
    await reaches(product, dealId, 'offered');
    return dealId;
  }

  /** What the buyer's browser sends when he opens the page, types into a form and presses its button. */
  async function typed(dealId: string, ask: string, text: string) {
    const browser = visitor(() => product.url);
    const { html } = await browser.get(path(dealId));
    const action = `${path(dealId)}/${ask}`;
    return { browser, action, fields: { ...hiddenFields(html, action), [`${ask}-text`]: text } };
  }

  it('is found with its token alone', async () => {
    const dealId = await offeredDeal();
    const browser = visitor(() => product.url);
    const page = await browser.get(path(dealId));
    expect(page.status).toBe(200);
    expect(page.html).toContain('Your offer is ready to review');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    for (const token of [dealId, `${dealId}.`, `${path(dealId).slice('/offers/'.length, -2)}xx`]) {
      const wrong = await browser.get(`/offers/${token}`);
      expect(wrong.status).toBe(404);
      expect(wrong.html).not.toContain('Example Cloud');
    }
  });

  it('neither needs nor leaves a cookie', async () => {
    const dealId = await offeredDeal();
    const kept = await product.db.webSessions.countDocuments();
    const { browser, action, fields } = await typed(dealId, 'ask-for-more-time', 'Until May, please');
    expect([...browser.cookies]).toEqual([]);
    expect(await product.db.webSessions.countDocuments()).toBe(kept);
    expect((await visitor(() => product.url).post(action, fields)).status).toBe(303);
    expect(await entries(dealId, 'askForMoreTime')).toBe(1);
  });

  it('takes a request once, shows it, and lets staff see it', async () => {
    const dealId = await offeredDeal();
    const { browser, action, fields } = await typed(dealId, 'ask-for-change', 'Two years, please');
    const first = await browser.post(action, fields);
    const second = await browser.post(action, fields);
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    expect(await entries(dealId, 'askForChange')).toBe(1);
    const page = await browser.get(first.location ?? '');
    expect(page.html).toContain('Thank you. Your request is with us.');
    expect(page.html).toContain('Two years, please');
    const deal = await staffAt(product, 'sales').deal(dealId);
    expect(deal.request).toMatchObject({ kind: 'change', message: 'Two years, please' });
  });

  it('asks for words when there are none, and records nothing', async () => {
    const dealId = await offeredDeal();
    const { browser, action, fields } = await typed(dealId, 'ask-for-more-time', '  ');
    const page = await browser.post(action, fields);
    expect(page.status).toBe(422);
    expect(page.html).toContain('Write a few words');
    expect(await entries(dealId, 'askForMoreTime')).toBe(0);
  });

  it('ends the deal when the buyer declines, and says so to whoever presses again', async () => {
    const dealId = await offeredDeal();
    const { browser, action, fields } = await typed(dealId, 'decline-offer', 'No budget');
    expect((await browser.post(action, fields)).status).toBe(303);
    await reaches(product, dealId, 'declined');
    const again = await browser.post(action, { ...fields, 'decline-offer-text': 'Really' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('You have declined this offer');
    expect(again.html).not.toContain('Review Offer');
  });

  it('ends with the deal: a month after it is closed its link is a link to nothing, for reading and for asking', async () => {
    const dealId = await offeredDeal();
    // Nothing more is recorded, which would open it again.
    await settled(product, dealId);
    const { browser, action, fields } = await typed(dealId, 'write-to-us', 'Are you there?');
    const closedFor = (milliseconds: number) => {
      const at = new Date(Date.parse(product.deps.now()) - milliseconds).toISOString();
      const closed = { stage: 'declined', reason: 'No budget.', at };
      return product.db.deals.updateOne(
        { _id: dealId },
        { $set: { 'deal.closed': closed, 'deal.stage': 'declined' } },
      );
    };
    const read = () => visitor(() => product.url).get(path(dealId));
    await closedFor(readableFor - 60_000);
    expect((await read()).status).toBe(200);
    await closedFor(readableFor + 60_000);
    const [gone, never] = await Promise.all([read(), visitor(() => product.url).get('/offers/never-made')]);
    expect([gone.status, never.status]).toEqual([404, 404]);
    expect(said(gone.html)).toBe(said(never.html));
    expect((await browser.post(action, fields)).status).toBe(404);
    expect(await entries(dealId, 'writeToStaff')).toBe(0);
  });

  it('tells why, when the deal has moved on since the page was opened', async () => {
    const dealId = await offeredDeal();
    const { browser, action, fields } = await typed(dealId, 'ask-for-change', 'Too late');
    const deal = await staffAt(product, 'sales').deal(dealId);
    product.emulator.accept({ offerId: deal.offers[0]?.offerId ?? '', accountId: '111122223333' });
    await dealWhich(product, dealId, each => each.agreement);
    const page = await browser.post(action, fields);
    expect(page.status).toBe(409);
    expect(page.html).toContain('This could not be completed');
    expect(page.html).toContain('You have accepted');
  });

  it('keeps the text and says when to come back while the engine cannot be reached', async () => {
    const dealId = await offeredDeal();
    const { url, stop } = await withoutEngine(product);
    try {
      const browser = visitor(() => url);
      const action = `${path(dealId)}/ask-for-change`;
      const keys = hiddenFields((await browser.get(path(dealId))).html, action);
      const page = await browser.post(action, { ...keys, 'ask-for-change-text': 'Two years, please' });
      expect(page.status).toBe(503);
      expect(page.headers.get('retry-after')).toMatch(/\d/);
      expect(page.html).toContain('Two years, please');
      expect(hiddenFields(page.html, action).nonce).toBe(keys.nonce);
    } finally {
      await stop();
    }
  });
});

/** All that a page says, but for its own address and the id of its form. */
const said = (html: string) =>
  /<main.*<\/main>/s
    .exec(html)?.[0]
    .replace(/\/offers\/[\w.-]+/g, '/offers/…')
    .replace(/name="nonce" value="[^"]*"/, '');
