import type { Page } from 'playwright-core';
import type { Language } from '../../deal/people.ts';

export const wide = { width: 1280, height: 900 };
/** A small telephone. */
export const narrow = { width: 390, height: 844 };

/** What keeps somebody from using a page: by ear, by keyboard, or on a telephone. Empty when nothing does. */
export async function pageProblems(page: Page, language: Language): Promise<string[]> {
  const own = page.viewportSize() ?? wide;
  const wrong = [...(await page.evaluate(wrongInDocument, language)), ...(await tooWide(page, narrow))];
  await page.setViewportSize(own);
  return wrong;
}

async function tooWide(page: Page, size: typeof narrow): Promise<string[]> {
  await page.setViewportSize(size);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > size.width ? [`scrolls sideways at ${size.width} px: it is ${width} px wide`] : [];
}

/** Runs in the page. */
function wrongInDocument(language: string): string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLInputElement>(selector)];
  const named = (each: HTMLInputElement) =>
    each.labels?.length || each.getAttribute('aria-label') || each.getAttribute('aria-labelledby');
  const unlabelled = all('input:not([type=hidden]), select, textarea').filter(each => !named(each));
  const unnamed = all('a[href], button').filter(
    each => !each.hidden && !each.ariaHidden && !each.textContent?.trim() && !named(each),
  );
  const folds = all('[data-part] details').map(each => each.dataset.fold ?? each.outerHTML.slice(0, 80));
  const unnamedFolds = folds.filter((fold, index) => fold.startsWith('<') || folds.indexOf(fold) !== index);
  const headings = all('h1').length;
  const { lang } = document.documentElement;
  return [
    ...(headings === 1 ? [] : [`has ${headings} main headings`]),
    ...(lang === language ? [] : [`is in “${lang}”, not “${language}”`]),
    ...(document.title.trim() ? [] : ['has no title']),
    ...unnamedFolds.map(fold => `has a fold that a refresh cannot tell from others: ${fold}`),
    ...unlabelled.map(each => `has an input without a label: ${each.outerHTML}`),
    ...unnamed.map(each => `has a control without a name: ${each.outerHTML}`),
  ];
}
