import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dealUrl } from '../../api/desk/deal/view.ts';
import { type Colleague, newDeal, signedIn } from '../api/desk/at-the-desk.ts';
import { agreeOn } from '../support/deals.ts';
import { reaches } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { startBrowser } from './visitor.ts';

describe('a day at the desk', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A window of somebody who is signed in. */
  async function windowOf(who: Colleague, path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    const url = new URL('/', product.url).href;
    await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url })));
    const page = await context.newPage();
    await page.goto(`${product.url}${path}`);
    return page;
  }

  it('shows in one window the note that is written in another, and who else is there', async () => {
    const dealId = await newDeal(product, 'Two Windows Inc.');
    const [mine, theirs] = await Promise.all([
      windowOf(await signedIn(product), dealUrl(dealId)),
      windowOf(await signedIn(product, 'support'), dealUrl(dealId)),
    ]);
    await mine.getByText('Also here: support').waitFor();
    // What somebody is writing stays.
    await mine.getByLabel('Note').fill('Half a thou');
    await theirs.getByLabel('Note').fill('They called: Friday is fine.');
    await theirs.getByRole('button', { name: 'Add note' }).click();
    await mine.locator('#thread-lines').getByText('They called: Friday is fine.').waitFor();
    expect(await mine.getByLabel('Note').inputValue()).toBe('Half a thou');
    expect(await theirs.evaluate(() => document.activeElement?.textContent)).toContain('The note is added');
    await Promise.all([mine, theirs].map(page => page.context().close()));
  });

  it('opens the first deal in two presses, finds any other, and leaves letters alone where somebody types', async () => {
    const dealId = await newDeal(product, 'Findable Harbor Works');
    await newDeal(product, 'Newest Ltd.');
    const page = await windowOf(await signedIn(product), '/desk/deals');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/deals\/[a-z0-9]+$/);
    await page.keyboard.press('h');
    await page.waitForURL(/\/desk$/);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').fill('findable harbor');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Findable Harbor Works/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${dealUrl(dealId)}`);
    await page.keyboard.press('n');
    await page.keyboard.type('j k e / ?');
    expect(await page.getByLabel('Note').inputValue()).toBe('j k e / ?');
    await page.getByLabel('Note').fill('');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('e');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Propose terms');
    await page.context().close();
  });

  it('shows the first deal of a list that was empty', async () => {
    const company = 'Unheard Of Until Now';
    const page = await windowOf(await signedIn(product), `/desk/deals?q=${encodeURIComponent(company)}`);
    await page.getByText('No deal matches').waitFor();
    await newDeal(product, company);
    await page.getByRole('link', { name: company }).waitFor();
    await page.context().close();
  });

  it('says so when nothing can be looked up, and finds it once it can', async () => {
    const dealId = await newDeal(product, 'Patient Harbor Ltd.');
    const page = await windowOf(await signedIn(product), '/desk');
    await page.route('**/desk/find?*', route => route.fulfill({ status: 503, body: '' }));
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').fill('patient harbor');
    await page.getByText('This could not be looked up just now.').waitFor();
    await page.unroute('**/desk/find?*');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${dealUrl(dealId)}`);
    await page.context().close();
  });

  it('says when a page is not kept up to date, and goes on by itself', async () => {
    const page = await windowOf(await signedIn(product), '/desk/deals');
    const refused = page.waitForRequest(/desk.live/);
    await page.route(/desk.live/, route => route.fulfill({ status: 503, body: '' }));
    await page.reload();
    await refused;
    await page.getByText('This page is not updated by itself at the moment.').waitFor();
    await newDeal(product, 'Came Meanwhile Ltd.');
    await page.unroute(/desk.live/);
    await page.getByRole('link', { name: 'Came Meanwhile Ltd.' }).waitFor();
    await page.getByText('This page is not updated by itself at the moment.').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('turns the keys of one letter off, and keeps those with a modifier', async () => {
    const page = await windowOf(await signedIn(product), '/desk');
    await page.keyboard.press('?');
    await page.getByText(/Turn off the keys/).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk');
    await page.context().close();
  });

  it('shows a deal on one screen, with its next step at hand', async () => {
    const dealId = await newDeal(product, 'One Screen Ltd.');
    await agreeOn(product, dealId);
    await reaches(product, dealId, 'offered');
    const page = await windowOf(await signedIn(product), dealUrl(dealId));
    for (const place of ['.deal-head', '#buyer-words', '#next-step h2', '#thread-lines li']) {
      const box = await page.locator(place).first().boundingBox();
      expect({ place, seen: box !== null && box.y >= 0 && box.y + Math.min(box.height, 40) <= 900 }).toEqual({
        place,
        seen: true,
      });
    }
    let stops = 0;
    const isThere = () => page.evaluate(() => document.activeElement?.closest('#next-step') !== null);
    do {
      await page.keyboard.press('Tab');
      stops += 1;
    } while (stops < 40 && !(await isThere()));
    expect(stops).toBeLessThanOrEqual(20);
    await page.context().close();
  });
});
