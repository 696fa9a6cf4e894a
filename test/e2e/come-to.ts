import type { Page } from 'playwright-core';
import type { Place } from './places/place.ts';

/** Opens a page as somebody comes to it; `unfolded`: with everything on it that is folded away. */
export async function comeTo(
  page: Page,
  { url, press, unfolded = true }: Pick<Place, 'url' | 'press'> & { unfolded?: boolean },
): Promise<void> {
  await page.goto(url);
  if (press) {
    await page.locator(press).first().click();
    await page.getByRole('alert').first().waitFor();
  }
  if (!unfolded) return;
  // A menu lies over what is below it, so it is looked at where it covers nothing that can be pressed.
  const folded = new URL(url).pathname === '/desk' ? 'details' : 'details:not(.more)';
  await page.evaluate(selector => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>(selector)) each.open = true;
  }, folded);
}
