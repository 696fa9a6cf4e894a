import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Response } from 'playwright-core';
import { startBrowser } from '../../e2e/visitor.ts';

// A real browser takes long on a busy machine.
jest.setTimeout(60_000);

const script = readFileSync(new URL('../../../api/ui/public/site.js', import.meta.url), 'utf8');
const page = (part: string) =>
  `<!doctype html><title>x</title><a href="/elsewhere">Leave</a>${part}<script src="/site.js"></script>`;
const running = '<section id="part" data-refresh="/">Under way</section>';
const over = '<section id="part">Done</section>';

describe('a page that keeps itself up to date', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  /** A site whose first page comes to its end while somebody looks at it. `elsewhere`: answers the link on it. */
  async function opened(elsewhere: Promise<unknown>): Promise<{ tab: Page; asked: Promise<Response> }> {
    const tab = await browser.newPage();
    let times = 0;
    await tab.route('**/*', async route => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/site.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (pathname === '/elsewhere') await elsewhere;
      const body = pathname === '/elsewhere' ? page('Elsewhere') : page(times++ === 0 ? running : over);
      return route.fulfill({ contentType: 'text/html', body });
    });
    await tab.goto('http://vendor.test/');
    return { tab, asked: tab.waitForResponse('http://vendor.test/') };
  }

  it('is read anew once all is done', async () => {
    const { tab } = await opened(Promise.resolve());
    await tab.getByText('Done').waitFor();
    await tab.close();
  });

  it('does not call back somebody who has pressed a link, however slow its answer', async () => {
    let answer = () => {};
    const slowly = new Promise<void>(resolve => {
      answer = resolve;
    });
    const { tab, asked } = await opened(slowly);
    await tab.getByRole('link', { name: 'Leave' }).click({ noWaitAfter: true });
    await (await asked).finished();
    answer();
    await tab.getByText('Elsewhere').waitFor();
    expect(new URL(tab.url()).pathname).toBe('/elsewhere');
    await tab.close();
  });
});
