import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { pageLinkOf } from '../../../deal/page-links/page-links.ts';
import { inquire, offeredDeal, settled } from '../../support/deals.ts';
import { pagePath } from '../../support/page-links.ts';
import { dealWhich, mailsTo, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { accessibilityProblems } from '../ui/accessibility.ts';
import { hiddenFields, visitor } from './visitor.ts';
import { withoutEngine } from './without-engine.ts';

const contact = 'hanako@aozora.example';
const signer = 'taro@aozora.example';

describe('a person’s link to the buyer’s page, on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const get = (path: string) => visitor(() => product.url).get(path);
  const step = (dealId: string, name: string, body: object) =>
    staffAt(product, 'sales').step(dealId, name, body);
  const numberOf = (deal: Deal, email: string) => pageLinkOf(deal, email)?.number ?? 0;
  const pathOf = (deal: Deal, email: string) =>
    pagePath(product, { dealId: deal.dealId, email, number: numberOf(deal, email) });
  const asks = (dealId: string) =>
    product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'askForPageLink' });
  const newLinks = (dealId: string) => product.db.outbox.find({ dealId, template: 'newLink' }).lean();

  /** Presses the button of a page that a link which opens nothing shows. */
  async function ask(path: string, origin = product.url) {
    const browser = visitor(() => origin);
    const { html } = await browser.get(path);
    const action = `${path}/new-link`;
    return browser.post(action, hiddenFields(html, action));
  }

  /** A page but for its address and its nonce. */
  const said = (html: string) =>
    /<main.*<\/main>/s
      .exec(html)?.[0]
      .replace(/\/offers\/[\w.%~-]+/g, '/offers/…')
      .replace(/name="nonce" value="[^"]*"/, '');

  it('opens for each of them, in his own language, and what he does there has his name', async () => {
    const dealId = await inquire(product);
    const taro = { name: 'Taro Suzuki', email: signer, language: 'ja', timeZone: 'Asia/Tokyo' } as const;
    await staffAt(product, 'support').step(dealId, 'change-contact', { role: 'signer', person: taro });
    const deal = await dealWhich(product, dealId, ({ pageLinks }) => pageLinks.length === 2);
    expect((await get(pathOf(deal, contact))).html).toContain('<html lang="en"');
    const browser = visitor(() => product.url, '');
    const path = pathOf(deal, signer);
    const { html } = await browser.get(path);
    expect(html).toContain('<html lang="ja"');
    const action = `${path}/write-to-us`;
    await browser.post(action, { ...hiddenFields(html, action), 'write-to-us-text': '質問があります' });
    const line = await product.db.timeline.findOne({ dealId, 'entry.event.type': 'writeToStaff' }).lean();
    expect(line?.entry.by).toMatchObject({ kind: 'buyer', id: signer, name: 'Taro Suzuki' });
  });

  it('that is forged, older, withdrawn or of somebody who has left says the same as one that never was', async () => {
    const deal = await offeredDeal(product);
    const { dealId } = deal;
    const [first, signers] = [pathOf(deal, contact), pathOf(deal, signer)];
    expect((await step(dealId, 'renew-page-link', { email: contact })).status).toBe(200);
    expect((await step(dealId, 'withdraw-page-link', { email: signer })).status).toBe(200);
    const newest = await dealWhich(product, dealId, ({ pageLinks }) => pageLinks[1]?.withdrawnAt);
    const renewed = pathOf(newest, contact);
    expect((await get(renewed)).status).toBe(200);
    const person = { name: 'Jiro', email: 'jiro@aozora.example', language: 'en', timeZone: 'Asia/Tokyo' };
    expect((await step(dealId, 'change-contact', { role: 'contact', person })).status).toBe(200);
    const forged = pagePath(product, { dealId, email: contact, number: 1 }).replace(/.$/, '~');
    const unknown = pagePath(product, { dealId: 'never00000', email: contact });
    const pages = await Promise.all(
      [first, signers, renewed, forged, unknown, '/offers/guess', '/offers/%3Cb%3E'].map(get),
    );
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 404));
    expect(new Set(pages.map(({ html }) => said(html))).size).toBe(1);
    const [page] = pages;
    expect(page?.html).not.toMatch(/Aozora|Example Cloud|hanako/);
    expect(page?.headers.get('referrer-policy')).toBe('same-origin');
    expect(page?.headers.get('cache-control')).toBe('no-store');
    expect(accessibilityProblems(page?.html ?? '')).toEqual([]);
  });

  it('that has ended takes nothing: no answer, no tick, no opening', async () => {
    const { dealId, pageLinks } = await offeredDeal(product);
    const old = pagePath(product, { dealId });
    await step(dealId, 'renew-page-link', { email: contact });
    await dealWhich(product, dealId, each => numberOf(each, contact) > 1);
    const before = await product.db.timeline.countDocuments({ dealId, 'entry.by.kind': 'buyer' });
    for (const press of ['agree', 'ask-for-change', 'preflight', 'seen', 'stop-reminders', 'decline-offer']) {
      const fields = { 'ask-for-change-text': 'More', check: 'account', done: 'yes', role: 'contact' };
      const answer = await visitor(() => product.url).post(`${old}/${press}`, fields);
      expect([press, answer.status]).toEqual([press, 404]);
    }
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.by.kind': 'buyer' })).toBe(before);
    expect(pageLinks[0]?.openedAt).toBeUndefined();
  });

  it('is mailed anew to the person it was made for, when he asks on the page of one that was withdrawn', async () => {
    const { dealId } = await offeredDeal(product);
    const old = pagePath(product, { dealId });
    await step(dealId, 'withdraw-page-link', { email: contact });
    await dealWhich(product, dealId, each => pageLinkOf(each, contact)?.withdrawnAt);
    const answer = await ask(old);
    expect([answer.status, answer.location]).toEqual([303, `${old}/new-link`]);
    expect((await get(answer.location ?? '')).html).toContain('Please look into your mailbox');
    const deal = await dealWhich(product, dealId, each => numberOf(each, contact) > 1);
    await settled(product, dealId);
    const ofDeal = (await mailsTo(product, contact)).filter(({ text }) => text?.includes(dealId));
    const mail = ofDeal.find(({ subject }) => subject.startsWith('Your new link'));
    expect(mail?.text).toContain(`${product.config.PUBLIC_URL}${pathOf(deal, contact)}`);
    expect((await get(pathOf(deal, contact))).status).toBe(200);
    expect((await get(old)).status).toBe(404);
  });

  it('is answered the same, and mailed to nobody, for whoever is not in the deal', async () => {
    const deal = await offeredDeal(product);
    const { dealId } = deal;
    const former = pathOf(deal, signer);
    const person = { name: 'Jiro', email: 'jiro@aozora.example', language: 'en', timeZone: 'Asia/Tokyo' };
    await step(dealId, 'change-contact', { role: 'signer', person });
    await dealWhich(product, dealId, ({ signer: now }) => now);
    for (const path of [former, `${former}x`, '/offers/guess']) {
      const answer = await ask(path);
      expect([answer.status, answer.location]).toEqual([303, `${path}/new-link`]);
      expect((await get(answer.location ?? '')).status).toBe(200);
    }
    expect([await asks(dealId), (await newLinks(dealId)).length]).toEqual([0, 0]);
  });

  it('goes out once, however often it is asked for within minutes', async () => {
    const { dealId } = await offeredDeal(product);
    const old = pagePath(product, { dealId });
    await step(dealId, 'renew-page-link', { email: contact });
    await dealWhich(product, dealId, each => numberOf(each, contact) > 1);
    const [one, other] = await Promise.all([ask(old), ask(old)]);
    const third = await ask(old);
    expect([one.status, other.status, third.status]).toEqual([303, 303, 303]);
    await dealWhich(product, dealId, each => pageLinkOf(each, contact)?.asked?.length === 1);
    expect(await asks(dealId)).toBe(1);
  });

  it('is not promised while the engine cannot be reached', async () => {
    const { dealId } = await offeredDeal(product);
    const old = pagePath(product, { dealId });
    await step(dealId, 'withdraw-page-link', { email: contact });
    await dealWhich(product, dealId, each => pageLinkOf(each, contact)?.withdrawnAt);
    const { url, stop } = await withoutEngine(product);
    try {
      const answer = await ask(old, url);
      expect(answer.status).toBe(503);
      expect(answer.html).toContain('Send me a new link');
      expect(answer.headers.get('retry-after')).toBeTruthy();
    } finally {
      await stop();
    }
  });

  it('tells the desk when its person has opened the page', async () => {
    const dealId = await inquire(product);
    const path = pagePath(product, { dealId });
    expect((await get(path)).html).toContain(`data-seen="${path}/seen"`);
    for (const _again of [1, 2]) {
      const { status } = await fetch(`${product.url}${path}/seen`, { method: 'POST' });
      expect(status).toBe(204);
    }
    await dealWhich(product, dealId, each => pageLinkOf(each, contact)?.openedAt);
    expect((await get(path)).html).not.toContain('data-seen');
    const opened = { dealId, 'entry.event.type': 'pageOpened' };
    expect(await product.db.timeline.countDocuments(opened)).toBe(1);
  });
});
