import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { narrow, pageProblems, wide } from './page-problems.ts';
import { startBrowser } from './visitor.ts';
import { wcagProblems } from './wcag.ts';
import { foreignWords } from './words-on-page.ts';

// A real browser takes long on a busy machine.

const tiny = '<button style="width:9px;height:9px;padding:0;border:0;font-size:8px">x</button>';
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

  it.each([
    ['nothing against WCAG on a good page', good, []],
    [
      'grey on white, once',
      good.replace('<h1>', '<h1 style="color:#bbb">'),
      [expect.stringContaining('1280 px: color-contrast')],
    ],
    [
      'targets that are too small for a finger, in each width',
      good.replace('</h1>', `</h1><div style="display:flex">${tiny.repeat(3)}</div>`),
      [expect.stringContaining('1280 px: target-size'), expect.stringContaining('390 px: target-size')],
    ],
  ])('finds %s', async (_what, html, problems) => {
    const page = await browser.newPage();
    await page.setContent(html);
    expect(await wcagProblems(page, [wide, narrow])).toEqual(problems);
    await page.close();
  });

  it.each([
    ['an English sentence', 'ja', '<p>Nothing is waiting.</p>', ['Nothing is waiting.']],
    ['one word of the English dictionary', 'ja', '<button>Deals</button>', ['Deals']],
    ['names of things, said in either language', 'ja', '<p>AWS Marketplace の Committed spend</p>', []],
    ['AWS’s own words in brackets', 'ja', '<p>「設定（Set up your account）」を押す</p>', []],
    ['what a person has said', 'ja', '<p>「We would like it.」</p>', []],
    ['Japanese', 'en', '<p>Yes。</p><p aria-label="案件"></p>', ['案件']],
    ['the key of a word', 'en', '<p>Step: markNegotiationDone</p>', ['Step: markNegotiationDone']],
    ['a value that is not there', 'en', '<p>Dear undefined</p>', ['Dear undefined']],
    ['no code, no address, no name of a language', 'en', '<code>buyerArrived</code><p>日本語</p>', []],
  ] as const)('finds %s that does not belong on a page in %s', async (_what, language, html, texts) => {
    const page = await browser.newPage();
    await page.setContent(`<html lang="${language}"><title></title><body>${html}`);
    const found = texts.map(text => `says “${text}” to who reads “${language}”`);
    expect(await foreignWords(page, language, ['We would like it.'])).toEqual(found);
    await page.close();
  });
});
