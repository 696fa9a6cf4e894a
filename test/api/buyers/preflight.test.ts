import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire, offeredDeal, settled } from '../../support/deals.ts';
import { pagePath } from '../../support/page-links.ts';
import { dealWhich } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { accessibilityProblems } from '../ui/accessibility.ts';
import { hiddenFields, visitor } from './visitor.ts';

describe('the list before the offer', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const path = (dealId: string) => pagePath(product, { dealId });
  const page = async (dealId: string) => (await visitor(() => product.url).get(path(dealId))).html;
  const boxes = (html: string) => [...html.matchAll(/aria-pressed="(true|false)"/g)].map(([, is]) => is);

  /** A press on the box of a check, as a browser without script sends it. */
  async function press(dealId: string, change: { check?: string; done?: string } = {}) {
    const browser = visitor(() => product.url);
    const action = `${path(dealId)}/preflight`;
    const { html } = await browser.get(path(dealId));
    return browser.post(action, { ...hiddenFields(html, action), ...change });
  }

  it('begins with the account, and shows the policy to copy', async () => {
    const { dealId } = await offeredDeal(product);
    const html = await page(dealId);
    expect(html.indexOf('id="check-account"')).toBeLessThan(html.indexOf('id="check-permissions"'));
    expect(html).toContain('&quot;aws-marketplace:Subscribe&quot;');
    expect(html.indexOf('id="terms"')).toBeLessThan(html.indexOf('id="preflight"'));
    expect(accessibilityProblems(html)).toEqual([]);
  });

  it('keeps a tick for everybody who opens the page, and takes it away by another press', async () => {
    const { dealId } = await offeredDeal(product);
    const answer = await press(dealId);
    expect([answer.status, answer.location]).toEqual([303, `${path(dealId)}#preflight`]);
    await press(dealId, { check: 'permissions' });
    await Promise.all([
      press(dealId, { check: 'permissions', done: 'yes' }),
      press(dealId, { check: 'permissions', done: 'yes' }),
    ]);
    expect(boxes(await page(dealId))).toEqual(['true', 'true', 'false']);
    await press(dealId, { check: 'account', done: 'no' });
    expect(boxes(await page(dealId))).toEqual(['false', 'true', 'false']);
    expect((await press(dealId, { check: 'no such thing' })).status).toBe(400);
    const deal = await dealWhich(product, dealId, ({ ticks }) => ticks.length === 1);
    expect(deal.ticks).toMatchObject([{ what: 'permissions', by: 'Hanako Sato' }]);
  });

  it('is checked anew for other accounts, and is not there before there is an offer', async () => {
    const { dealId } = await offeredDeal(product);
    await press(dealId);
    await settled(product, dealId);
    const other = 'deal.terms.0.terms.buyerAwsAccountIds';
    await product.db.deals.updateOne({ _id: dealId }, { $set: { [other]: ['999900001111'] } });
    expect(boxes(await page(dealId))).toEqual(['false', 'false', 'false']);
    const early = await inquire(product);
    const fields = { check: 'account', done: 'yes' };
    const answer = await visitor(() => product.url).post(`${path(early)}/preflight`, fields);
    expect(answer.status).toBe(409);
    expect((await dealWhich(product, early, ({ seq }) => seq > 1)).ticks).toEqual([]);
  });
});
