import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { languages } from '../../deal/people.ts';
import { now } from '../api/desk/sample-deals.ts';
import { startProduct } from '../support/product.ts';
import { running } from '../support/servers/running.ts';
import startServers from '../support/servers/start-servers.ts';
import { comeTo } from './come-to.ts';
import { narrow, wide } from './page-problems.ts';
import { everyPlace } from './places/every-place.ts';
import type { Place } from './places/place.ts';
import { startBrowser } from './visitor.ts';

/**
 * `npm run pictures [-- word …]` takes pictures of every page, or of those whose name has one of the words, wide, narrow,
 * in the dark and as it is printed, in both languages, into `pictures/`.
 */
const words = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../pictures');
const looks: Record<string, BrowserContextOptions & { prints?: true }> = {
  wide: { viewport: wide },
  narrow: { viewport: narrow },
  dark: { viewport: wide, colorScheme: 'dark' },
  print: { viewport: wide, prints: true },
};

await startServers();
const product = await startProduct({ OFFERDESK_TIME_SCALE: 1e-6, OFFERDESK_TIME_ANCHOR: Date.parse(now) });
const browser = await startBrowser();
try {
  await mkdir(folder, { recursive: true });
  const places = await everyPlace(product);
  const chosen = places.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));
  for (const place of chosen) await takeAll(browser, place);
  process.stdout.write(`${chosen.length} pages are in ${folder}\n`);
} finally {
  await browser.close();
  await product.stop();
  await running.stop();
}

async function takeAll(browser: Browser, place: Place): Promise<void> {
  for (const language of languages.filter(each => (place.only ?? each) === each))
    for (const [look, { prints, ...options }] of Object.entries(looks)) {
      const context = await browser.newContext({ ...options, locale: language });
      const cookies = [...(place.by?.cookies ?? []), ['lang', language] as const];
      const url = new URL('/', place.url).href;
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
      const page = await context.newPage();
      await comeTo(page, { ...place, unfolded: false });
      if (prints) await page.emulateMedia({ media: 'print' });
      const name = `${place.name} ${language} ${look}`.replaceAll(/[^\w-]+/g, '-');
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      await context.close();
    }
}
