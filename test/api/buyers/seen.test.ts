import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Deal } from '../../../deal/deal.ts';
import { mayBeScanner } from '../../../deal/offer/scanner.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { startBrowser } from '../../e2e/visitor.ts';
import { offeredDeal as offered, settled } from '../../support/deals.ts';
import { pagePath, pageUrl } from '../../support/page-links.ts';
import { dealWhich, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { signedIn } from '../desk/at-the-desk.ts';
import { visitor } from './visitor.ts';

// A real browser takes long on a busy machine.
jest.setTimeout(120_000);

/** How many openings the deal has noted. What was told before the note is decided before it. */
async function openings(product: Product, { dealId }: Deal): Promise<number> {
  const { status } = await staffAt(product, 'sales').step(dealId, 'add-note', { text: 'A note.' });
  expect(status).toBe(200);
  return product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'offerSeen' });
}

describe('an offer that is opened', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    // Five minutes after a mail are a third of a second.
    const clock = { OFFERDESK_TIME_SCALE: 1000, RECONCILE_SECONDS: 86_400 };
    [product, browser] = await Promise.all([startProduct(clock), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** With its buyer for longer than a scanner of mails takes. */
  async function offeredDeal(): Promise<Deal> {
    const { dealId } = await settled(product, (await offered(product)).dealId);
    return dealWhich(
      product,
      dealId,
      ({ offers: [offer] }) => offer && !mayBeScanner(offer, product.deps.now()),
    );
  }
  const pageOf = ({ dealId }: Deal) => pageUrl(product, { dealId });
  const pathOf = (deal: Deal) => new URL(pageOf(deal)).pathname;
  const seen = (deal: Deal) => dealWhich(product, deal.dealId, ({ offers }) => offers[0]?.seenAt);

  /** Does something with the page, as a person does, and waits until the page has told it. */
  async function openAndTouch(page: Page, url: string): Promise<void> {
    await page.goto(url);
    const told = page.waitForResponse(response => response.url().endsWith('/seen'));
    await page.keyboard.press('Tab');
    expect((await told).status()).toBe(204);
  }

  it('is told once by the page of a person, in every browser he opens it with', async () => {
    const deal = await offeredDeal();
    const pages = await Promise.all([1, 2].map(() => browser.newPage()));
    await Promise.all(pages.map(page => openAndTouch(page, pageOf(deal))));
    await seen(deal);
    await pages[0]?.reload();
    expect(await pages[0]?.locator('[data-seen]').count()).toBe(0);
    await Promise.all(pages.map(page => page.close()));
    expect(await openings(product, deal)).toBe(1);
  });

  it('is not told by whatever fetches the page, with scripts or without, and has no hands', async () => {
    const deal = await offeredDeal();
    const page = await browser.newPage();
    const posts: string[] = [];
    page.on('request', request => request.method() === 'POST' && posts.push(request.url()));
    await page.goto(pageOf(deal));
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' })));
    // Requests are seen in their order.
    await page.evaluate(async () => (await fetch(location.href)).text());
    await page.close();
    expect(posts).toEqual([]);
    const { html } = await visitor(() => product.url).get(pathOf(deal));
    expect(html).toContain(`data-seen="${pathOf(deal)}/seen"`);
    expect(await openings(product, deal)).toBe(0);
  });

  it('is not told when a colleague of the desk looks at the buyer’s page', async () => {
    const deal = await offeredDeal();
    const colleague = await signedIn(product);
    expect((await colleague.get(pathOf(deal))).html).not.toContain('data-seen');
  });

  it('is told to nobody who does not know the link, and never as an error', async () => {
    const deal = await offeredDeal();
    const post = (path: string) => fetch(`${product.url}${path}/seen`, { method: 'POST' });
    expect((await post('/offers/guess')).status).toBe(404);
    const answers = await Promise.all([1, 2, 3].map(() => post(pathOf(deal))));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await seen(deal);
    expect((await post(pathOf(deal))).status).toBe(204);
    expect(await openings(product, deal)).toBe(1);
  });
});

describe('an offer that is opened just after its mail', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  it('counts as perhaps a scanner’s doing, once, and is still to be opened by a person', async () => {
    const deal = await offered(product);
    const path = pagePath(product, { dealId: deal.dealId });
    for (const _again of [1, 2, 3]) await fetch(`${product.url}${path}/seen`, { method: 'POST' });
    const after = await dealWhich(product, deal.dealId, ({ offers }) => offers[0]?.scannedAt);
    expect([after.offers[0]?.seenAt, after.buyerActedAt]).toEqual([undefined, deal.buyerActedAt]);
    expect(deadlines(after).some(({ kind }) => kind === 'offerUnread')).toBe(true);
    expect((await visitor(() => product.url).get(path)).html).toContain('data-seen');
    expect(await openings(product, deal)).toBe(1);
  });
});
