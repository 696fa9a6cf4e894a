import type { Page } from 'playwright-core';

/** Tells of each size of paper on which a page needs more sheets than it may. */
export async function tooManySheets(page: Page, most: number): Promise<string[]> {
  const found: string[] = [];
  for (const format of ['A4', 'Letter']) {
    const sheets = countSheets(await page.pdf({ format, preferCSSPageSize: false }));
    if (sheets > most) found.push(`needs ${sheets} sheets of ${format}, and not ${most}`);
  }
  return found;
}

const countSheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
