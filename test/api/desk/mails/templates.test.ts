import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logUrl } from '../../../../api/desk/mails/filter.ts';
import { templatesUrl } from '../../../../api/desk/mails/view.ts';
import { eventually } from '../../../support/eventually.ts';
import { call, mailsTo } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { withoutEngine } from '../../buyers/without-engine.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';

describe('the templates at the desk', () => {
  let product: Product;
  let sales: Colleague;
  beforeAll(async () => {
    product = await startProduct({
      VENDOR_NAME: 'Northern Lights Ltd',
      VENDOR_LOGO_URL: 'https://cdn.example/logo.png',
    });
    sales = await signedIn(product);
  });
  afterAll(() => product?.stop());

  const at = (template: string, query: Record<string, string> = {}) =>
    `${templatesUrl}/${template}?${new URLSearchParams(query)}`;

  it('shows a mail as its reader would get it, with the vendor’s own name and logo', async () => {
    const page = await sales.get(at('offerExpiring', { language: 'ja', variant: 'contact' }));
    expect(accessibilityProblems(page.html)).toEqual([]);
    const src =
      /<iframe class="mail__frame" src="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const content = await sales.get(src);
    expect(content.html).toContain('<html lang="ja">');
    expect(content.html).toContain('Northern Lights Ltd');
    expect(content.html).toContain('https://cdn.example/logo.png');
    expect(content.headers.get('content-security-policy')).toContain('img-src data: https://cdn.example;');
    expect(content.headers.get('content-security-policy')).toMatch(/^sandbox;/);
  });

  it('says so when there is no such template, and takes the first case for one it does not know', async () => {
    for (const template of ['nosuch', 'constructor'])
      expect((await sales.get(at(template))).status).toBe(404);
    expect((await sales.get(at('offer', { language: 'xx', variant: 'yy' }))).status).toBe(200);
    expect((await browserAt(product).get(at('offer'))).location).toContain('/desk/sign-in');
    expect((await browserAt(product).get(`${templatesUrl}/offer/content`)).location).toContain(
      '/desk/sign-in',
    );
  });

  it('sends a test through the mail server to the person at the desk and nobody else', async () => {
    const fields = { to: 'stranger@elsewhere.example', email: 'stranger@elsewhere.example' };
    const action = `${templatesUrl}/offerExpiring/test`;
    const answer = await sales.press(
      at('offerExpiring', { language: 'en', variant: 'signer' }),
      action,
      fields,
    );
    expect(answer.status).toBe(303);
    const [mail] = await eventually(async () => {
      const mails = await mailsTo(product, 'sales@example.com');
      const tests = mails.filter(({ subject }) => subject.startsWith('[Test] '));
      return tests.length > 0 ? tests : undefined;
    });
    expect(mail?.to).toEqual(['sales@example.com']);
    expect(await mailsTo(product, 'stranger@elsewhere.example')).toEqual([]);
    const log = await eventually(async () => {
      const page = await sales.get(answer.location ?? '');
      return page.html.includes('badge--success') ? page : undefined;
    });
    expect(log.html).toContain('[Test] ');
    expect(log.html).toContain(`${answer.location}/content`);
    expect((await sales.get(logUrl({ q: 'sales@example.com' }))).html).toContain('>Test</span>');
    await expectNoOpenDoors(`${mail?.html}${mail?.text}`);
  });

  /** Whoever gets a test and passes it on gives nothing away: no link leads to a page that somebody may act on. */
  async function expectNoOpenDoors(words: string): Promise<void> {
    const links = [...new Set(words.match(/https?:\/\/[^\s"<>]+/g))].filter(url =>
      url.startsWith(product.url),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const url of links) expect((await call(url)).status).toBe(404);
  }

  it('sends one test, however often the same form is sent', async () => {
    const support = await signedIn(product, 'support');
    const action = `${templatesUrl}/confirmation/test`;
    const fields = hiddenFields((await support.get(at('confirmation'))).html, action);
    const answers = [await support.post(action, fields), await support.post(action, fields)];
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(
      await product.db.outbox.countDocuments({
        'to.email': 'support@example.com',
        sample: { $exists: true },
      }),
    ).toBe(1);
  });

  it('says that a test cannot be sent now, and sends it once when it is pressed again', async () => {
    const away = await withoutEngine(product);
    const action = `${templatesUrl}/offer/test`;
    try {
      const { html } = await sales.get(at('offer'));
      const body = new URLSearchParams(hiddenFields(html, action));
      const cookie = [...sales.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${away.url}${action}`, {
        method: 'POST',
        body,
        headers: { cookie, accept: 'text/html' },
        redirect: 'manual',
      });
      expect(answer.status).toBe(503);
      const page = await answer.text();
      expect(page).toContain('Not sent');
      const again = await sales.post(action, hiddenFields(page, action));
      expect(again.status).toBe(303);
      const nonce = body.get('nonce') ?? '';
      const rows = await product.db.outbox.find({ key: { $regex: nonce } }).lean();
      expect(rows).toHaveLength(1);
    } finally {
      await away.stop();
    }
  });
});
