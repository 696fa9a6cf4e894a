import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Language } from '../../deal/people.ts';
import { findChromium } from '../../local/servers/chromium.ts';
import { narrow, pageProblems } from './page-problems.ts';
import { foreignWords } from './words-on-page.ts';

const locales: Record<Language, string> = { en: 'en-US', ja: 'ja-JP' };
const patienceMs = 60_000;

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

interface About {
  /** What people say in this story, in whatever words: a page may repeat it in any language. */
  said?: string[];
  /** He holds a telephone. */
  onPhone?: boolean;
}

const telephone = { viewport: narrow, isMobile: true, hasTouch: true };

/** A person at a browser of his own, who notices what is wrong with any page he comes to. */
export async function visitorWith(browser: Browser, language: Language, { said, onPhone }: About = {}) {
  const context = await browser.newContext({
    locale: locales[language],
    timezoneId: 'Asia/Tokyo',
    ...(onPhone && telephone),
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const faults = faultsOf(page);
  return {
    page,
    /** Waits for the page with this main heading, and fails when the page cannot be used, or read, by everybody. */
    async sees(heading: string | RegExp): Promise<void> {
      const problems = await lookAt(page, heading, async () => [
        ...(await pageProblems(page, language)),
        ...(await foreignWords(page, language, said)),
      ]);
      if (problems.length + faults.length > 0)
        throw new Error([page.url(), ...problems, ...faults].join('\n'));
    },
    press: (name: string | RegExp) => page.getByRole('button', { name }).click(),
    follow: (name: string | RegExp) => page.getByRole('link', { name }).click(),
    /** Unfolds what stands under these words. */
    unfold: (words: string) => page.locator('summary').filter({ hasText: words }).click(),
    enter: (label: string, value: string) => page.getByLabel(label).fill(value),
    /** A box or a button of a choice, by its words, which are as large as a finger. */
    tick: (words: string) => page.locator('label').filter({ hasText: words }).first().click(),
    choose: (label: string, value: string) => page.getByRole('combobox', { name: label }).selectOption(value),
  };
}

/** A page that brings itself up to date may go on to its next state meanwhile, and is then looked at again. */
async function lookAt<T>(page: Page, heading: string | RegExp, look: () => Promise<T>): Promise<T> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  try {
    return await look();
  } catch (error) {
    if (!(error as Error).message.includes('context was destroyed')) throw error;
    return lookAt(page, heading, look);
  }
}

/** What the browser complains of. An answer that is no page of ours has a status of its own, which is no fault. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(`its script fails: ${error.message}`));
  page.on('console', message => {
    if (message.type() !== 'error' || message.location().url === page.url()) return;
    faults.push(`the console says: ${message.text()} (${message.location().url})`);
  });
  return faults;
}

/** Plays a journey. When it fails, the error names the page of each visitor and a picture of it. */
export async function withPictures<T>(visitors: Visitor[], play: () => Promise<T>): Promise<T> {
  try {
    return await play();
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
