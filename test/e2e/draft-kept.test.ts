import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { dealUrl } from '../../api/desk/deal/view.ts';
import { newDeal, signedIn } from '../api/desk/at-the-desk.ts';
import { eventually } from '../support/eventually.ts';
import { type Product, startProduct } from '../support/product.ts';
import { startBrowser } from './visitor.ts';

describe('terms that are being written', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('are kept by themselves, also when an answer is lost, and are pressed away without a quarrel', async () => {
    const dealId = await newDeal(product, 'Half Written Ltd.');
    const context = await browser.newContext({ locale: 'en' });
    const url = new URL('/', product.url).href;
    const { cookies } = await signedIn(product);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    await page.goto(`${product.url}${dealUrl(dealId)}/terms`);
    const kept = async (months: string) =>
      eventually(() =>
        product.db.termsDrafts.exists({ _id: dealId, fields: { name: 'durationMonths', value: months } }),
      );

    await page.getByLabel('Term in months').fill('13');
    await kept('13');
    await page.getByText('Draft kept by sales').waitFor();
    // It arrives, and nobody hears of it.
    await page.route('**/terms/keep', async route => {
      await route.fetch();
      await route.abort();
    });
    await page.getByLabel('Term in months').fill('14');
    await kept('14');
    await page.getByText('Not kept just now').waitFor();
    await page.unroute('**/terms/keep');
    await page.getByLabel('Term in months').fill('15');
    await page.getByRole('button', { name: 'Keep as draft' }).click();
    await page.waitForURL(/#draft$/);
    await kept('15');
    await page.getByRole('link', { name: 'Go on writing' }).click();
    expect(await page.getByLabel('Term in months').inputValue()).toBe('15');
    await context.close();
  });
});
