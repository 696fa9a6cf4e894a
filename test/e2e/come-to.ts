import type { Page } from 'playwright-core';
import type { Place } from './places/place.ts';

/**
 * Opens a page as somebody comes to it; `unfolded`: with everything on it that is folded away. Throws when it is answered
 * with another status than it should be, as a page that is not there.
 */
export async function comeTo(
  page: Page,
  {
    url,
    status = 200,
    press,
    unfolded = true,
  }: Pick<Place, 'url' | 'status' | 'press'> & { unfolded?: boolean },
): Promise<void> {
  const answered = (await page.goto(url))?.status();
  if (answered !== status) throw new Error(`${url} is answered with ${answered}, and not with ${status}`);
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
