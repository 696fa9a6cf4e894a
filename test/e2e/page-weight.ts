import type { Page, Response } from 'playwright-core';

const heaviest = 60_000;
const kept = ['stylesheet', 'script', 'image', 'font'];

/** Looks on while a page is opened; gives then what makes it slow to come. Empty when nothing does. */
export function weightOf(page: Page): () => Promise<string[]> {
  const found: string[] = [];
  const weigh = (response: Response) => {
    const isKept = /max-age=[1-9]\d{3}/.test(response.headers()['cache-control'] ?? '');
    // Whoever has been on one page needs one request for the next.
    if (kept.includes(response.request().resourceType()) && !isKept)
      found.push(`fetches ${new URL(response.url()).pathname} anew on every page`);
  };
  page.on('response', weigh);
  return async () => {
    page.off('response', weigh);
    const bytes = Buffer.byteLength(await page.content());
    return bytes < heaviest ? found : [...found, `weighs ${Math.round(bytes / 1000)} kB`];
  };
}
