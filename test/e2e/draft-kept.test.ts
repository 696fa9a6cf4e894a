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

  async function pageOf(role: 'sales' | 'support') {
    const context = await browser.newContext({ locale: 'en' });
    const url = new URL('/', product.url).href;
    const { cookies } = await signedIn(product, role);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    return { context, page: await context.newPage() };
  }

  it('show on a page of the deal that a colleague has open, and what he has unfolded there stays so', async () => {
    const dealId = await newDeal(product, 'Watched Ltd.');
    const [writer, reader] = await Promise.all([pageOf('sales'), pageOf('support')]);
    await Promise.all([
      writer.page.goto(`${product.url}${dealUrl(dealId)}/terms`),
      reader.page.goto(`${product.url}${dealUrl(dealId)}`),
    ]);
    const unfolded = () =>
      reader.page
        .locator('#deal-facts details[open]')
        .evaluateAll(all => all.map(each => each.getAttribute('data-fold')));
    await reader.page.locator('[data-fold=facts] > summary').click();
    const before = await unfolded();
    await writer.page.getByLabel('Term in months').fill('13');
    await reader.page.getByText('Draft kept by sales').waitFor();
    expect(await unfolded()).toEqual(before);
    await Promise.all([writer.context.close(), reader.context.close()]);
  });

  it('are kept by themselves, also when an answer is lost, and are pressed away without a quarrel', async () => {
    const dealId = await newDeal(product, 'Half Written Ltd.');
    const { context, page } = await pageOf('sales');
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
