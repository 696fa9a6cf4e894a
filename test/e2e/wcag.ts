import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page, ViewportSize } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};
const withoutContrast = { 'color-contrast': { enabled: false } };

/** What axe finds against WCAG 2.2 A and AA on a page in each of the widths; nothing on a good one. */
export async function wcagProblems(page: Page, sizes: ViewportSize[]): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe);
  for (const [index, size] of sizes.entries()) {
    await page.setViewportSize(size);
    // Contrast is the dearest of the rules, and no colour depends on the width.
    const problems = await violations(page, index === 0 ? rules : { ...rules, rules: withoutContrast });
    found.push(...problems.map(problem => `${size.width} px: ${problem}`));
  }
  return found;
}

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const results = (await page.evaluate(
    given => (globalThis as unknown as { axe: { run(options: RunOptions): unknown } }).axe.run(given),
    options,
  )) as AxeResults;
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(each => each.html).join(' ')}`,
  );
}
