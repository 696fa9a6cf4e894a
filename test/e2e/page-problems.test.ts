import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pageProblems } from './page-problems.ts';
import { startBrowser } from './visitor.ts';

// A real browser takes long on a busy machine.
jest.setTimeout(60_000);

const good = '<html lang="en"><title>Good</title><h1>Good</h1><label>Name <input></label></html>';

describe('the check of every page that the journeys visit', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['nothing on a good page', good, []],
    ['a second main heading', good.replace('</h1>', '</h1><h1>Again</h1>'), ['has 2 main headings']],
    ['another language', good.replace('"en"', '"ja"'), ['is in “ja”, not “en”']],
    ['an input without a label', good.replace(/label>/g, 'p>'), ['has an input without a label: <input>']],
    [
      'a button without words',
      good.replace('</h1>', '</h1><button></button>'),
      ['has a control without a name: <button></button>'],
    ],
    [
      'what is too wide for a telephone',
      good.replace('<h1>', '<meta name="viewport" content="width=device-width"><h1 style="width:500px">'),
      [expect.stringContaining('scrolls sideways at 390 px')],
    ],
  ])('finds %s', async (_what, html, problems) => {
    const page = await browser.newPage();
    await page.setContent(html);
    expect(await pageProblems(page, 'en')).toEqual(problems);
    await page.close();
  });
});
