import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { mailsUrl, templatesUrl } from '../../../../api/desk/mails/view.ts';
import { pageProblems } from '../../../e2e/page-problems.ts';
import { startBrowser } from '../../../e2e/visitor.ts';
import { type Product, password, startProduct } from '../../../support/product.ts';
import { dealWith, putMail } from './logged-mails.ts';

// A real browser takes long on a busy machine.
jest.setTimeout(60_000);

/** A mail that tries everything that the words of a stranger could try. */
const hostile = `<!doctype html><html><body>
<p>Hostile mail</p>
<script>document.querySelector('p').textContent = 'Ran'; fetch('/ran/fetch'); top.document.title = 'Ran'</script>
<img src="x" onerror="document.querySelector('p').textContent = 'Ran'">
<img src="/ran/picture"><link rel="stylesheet" href="/ran/style"><object data="/ran/object"></object>
<meta http-equiv="refresh" content="0;url=/ran/refresh">
<form action="/ran/form" method="post"><button>Send</button></form>
<a href="${mailsUrl}">Away</a><a href="javascript:top.document.title='Ran'">Script</a>
<a href="/ran/top" target="_top">Top</a>
</body></html>`;

describe('a mail in a browser', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let answered: string[] = [];
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
    page = await browser.newPage();
    // What the browser itself has stopped gets no answer.
    page.on('response', response => answered.push(new URL(response.url()).pathname));
    await page.goto(`${product.url}/desk/sign-in`);
    await page.getByLabel('E-mail').fill('sales@example.com');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${product.url}/desk`);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  const mailFrame = () => page.frameLocator('iframe.mail__frame');

  it('runs no script, sends no form and fetches nothing', async () => {
    const { dealId } = await dealWith(product);
    const mail = await putMail(product, { dealId, html: hostile, text: 'Hostile' });
    answered = [];
    await page.goto(`${product.url}${mail.url}`);
    await mailFrame().getByText('Hostile mail').waitFor();
    const title = await page.title();
    for (const name of ['Away', 'Script', 'Top']) await mailFrame().getByRole('link', { name }).click();
    await mailFrame().getByRole('button', { name: 'Send' }).click();
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)));
    await mailFrame().getByText('Hostile mail').waitFor();
    expect(await page.title()).toBe(title);
    expect(new URL(page.url()).pathname).toBe(mail.url);
    expect(answered.filter(path => path.startsWith('/ran'))).toEqual([]);
    expect(await page.context().pages()).toHaveLength(1);
  });

  it('runs nothing either when somebody opens it outside of its frame', async () => {
    const { url } = await putMail(product, { html: hostile });
    answered = [];
    await page.goto(`${product.url}${url}/content`);
    await page.getByText('Hostile mail').waitFor();
    expect(answered.filter(path => path.startsWith('/ran'))).toEqual([]);
  });

  it('is shown at the width of a phone without a script of ours', async () => {
    await page.goto(`${product.url}${templatesUrl}/offer?language=ja`);
    const frame = page.locator('iframe.mail__frame');
    const wide = (await frame.boundingBox())?.width ?? 0;
    await page.getByText('Phone').click();
    expect((await frame.boundingBox())?.width).toBe(390);
    expect(wide).toBeGreaterThan(600);
  });

  it('stands on pages that everybody can use', async () => {
    const { dealId } = await dealWith(product);
    const { url } = await putMail(product, {
      dealId,
      html: '<p>Hello</p>',
      lastError: '550 5.1.1 no',
      state: 'failed',
    });
    for (const path of [
      mailsUrl,
      url,
      `${mailsUrl}/addresses`,
      templatesUrl,
      `${templatesUrl}/offer`,
      dealUrl(dealId),
    ]) {
      await page.goto(`${product.url}${path}`);
      expect([path, await pageProblems(page, 'en')]).toEqual([path, []]);
    }
  });
});
