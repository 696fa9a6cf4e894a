import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Language } from '../../deal/people.ts';
import { findChromium } from '../../local/servers/chromium.ts';
import { pageProblems } from './page-problems.ts';

const locales: Record<Language, string> = { en: 'en-US', ja: 'ja-JP' };
const patienceMs = 30_000;

/** The host that leads to the emulator here, so that AWS is another site than ours, as it is in life. */
const awsHost = 'aws.test';

export type Visitor = Awaited<ReturnType<typeof visitorWith>>;

export async function startBrowser(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  const rules = [`--host-resolver-rules=MAP ${awsHost} 127.0.0.1`];
  return chromium.launch({ executablePath, args: [...args, ...rules] });
}

/** An address of the emulator as seen from these browsers. */
export function atAws(url: string): string {
  return url.replace('//127.0.0.1', `//${awsHost}`);
}

/** A person at a browser of his own, who notices what is wrong with any page he comes to. */
export async function visitorWith(browser: Browser, language: Language) {
  const context = await browser.newContext({ locale: locales[language], timezoneId: 'Asia/Tokyo' });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  return {
    page,
    /** Waits for the page with this main heading, and fails when the page cannot be used by everybody. */
    async sees(heading: string | RegExp): Promise<void> {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      const problems = await pageProblems(page, language);
      if (problems.length > 0) throw new Error(`${page.url()} ${problems.join('\n')}`);
    },
    press: (name: string | RegExp) => page.getByRole('button', { name }).click(),
    follow: (name: string | RegExp) => page.getByRole('link', { name }).click(),
    enter: (label: string, value: string) => page.getByLabel(label).fill(value),
  };
}

/** Plays a journey. When it fails, the error names the page of each visitor and a picture of it. */
export async function withPictures(visitors: Visitor[], play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    const pictures = await Promise.all(visitors.map(({ page }) => pictureOf(page)));
    throw new Error([(error as Error).message, ...pictures].join('\n'), { cause: error });
  }
}

async function pictureOf(page: Page): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'offerdesk-e2e-')), 'page.png');
  const saved = await page.screenshot({ path, fullPage: true }).then(
    () => path,
    error => `no picture: ${error.message}`,
  );
  return `At ${page.url()} (${saved})`;
}
