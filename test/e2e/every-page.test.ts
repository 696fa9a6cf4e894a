import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Language, languages } from '../../deal/people.ts';
import { now } from '../api/desk/sample-deals.ts';
import { type Product, startProduct } from '../support/product.ts';
import { comeTo } from './come-to.ts';
import { narrow, pageProblems, wide } from './page-problems.ts';
import { weightOf } from './page-weight.ts';
import { everyPlace } from './places/every-place.ts';
import type { Place } from './places/place.ts';
import { tooManySheets } from './sheets.ts';
import { startBrowser } from './visitor.ts';
import { wcagProblems } from './wcag.ts';

// Each step on a page has the browser's own bound of 30 s; this one is for all the pages together.
jest.setTimeout(900_000);

/** Business time stands still at the moment of the sample deals, so that the pages are the same on every day. */
const clock = { OFFERDESK_TIME_SCALE: 1e-6, OFFERDESK_TIME_ANCHOR: Date.parse(now) };

/** The layout is the same in both languages, so one of them is looked at in both widths. */
const widths = { en: [wide, narrow], ja: [narrow] };

describe('every page, wide and at 390 px', () => {
  let product: Product;
  let browser: Browser;
  let places: Place[];
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(clock), startBrowser()]);
    places = await everyPlace(product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  // One after the other: the same people look, and two first forms of one sign-in would race for its secret.
  it.each(languages)(
    'is there, is light, meets WCAG 2.2 AA and prints on few sheets, in %s',
    async language => {
      expect(await problemsIn(language)).toEqual([]);
    },
  );

  /** In one page of a browser: to begin anew with each place costs more than to look at it. */
  async function problemsIn(language: Language): Promise<string[]> {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    const found: string[] = [];
    for (const place of places.filter(({ only = language }) => only === language))
      for (const problem of await problemsAt(page, place, language))
        found.push(`${place.name}, ${language}: ${problem}`);
    await context.close();
    return found;
  }

  async function problemsAt(page: Page, place: Place, language: Language): Promise<string[]> {
    const { name, sheets } = place;
    await comeAsItsReader(page, place, language);
    try {
      const tooHeavy = weightOf(page);
      await comeTo(page, place);
      return [
        ...(await tooHeavy()),
        ...(await pageProblems(page, language)),
        ...(await wcagProblems(page, widths[language])),
        ...(sheets ? await tooManySheets(page, sheets) : []),
      ];
    } catch (error) {
      throw new Error(`${name}, ${language}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Nothing is left of whoever looked before. */
  async function comeAsItsReader(page: Page, { url, by }: Place, language: Language): Promise<void> {
    const context = page.context();
    if (page.url().startsWith('http')) await page.evaluate(() => localStorage.clear());
    await page.setViewportSize(wide);
    await context.clearCookies();
    const cookies = [...(by?.cookies ?? []), ['lang', language] as const];
    await context.addCookies(
      cookies.map(([key, value]) => ({ name: key, value, url: new URL('/', url).href })),
    );
  }
});
