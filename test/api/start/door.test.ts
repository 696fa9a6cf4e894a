import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct } from '../../support/product.ts';
import { hiddenFields, visitor } from '../buyers/visitor.ts';
import { signedIn } from '../desk/at-the-desk.ts';

interface Answer {
  status?: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The bytes as they come, which fetch would not show. */
const raw = (url: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, async answer => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) });
    }).on('error', reject);
  });

describe('whoever knows the host alone', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ TRUST_PROXY: '1' });
  });
  afterAll(() => product?.stop());
  const status = async (path: string, from?: string) =>
    (await raw(`${product.url}${path}`, from ? { 'x-forwarded-for': from } : {})).status;

  it.each(['en', 'ja'])(
    'finds at / the way to an inquiry, his account and the desk, in %s',
    async language => {
      const page = await visitor(() => product.url, language).get('/');
      expect(page.status).toBe(200);
      expect(page.html).toContain(`<html lang="${language}"`);
      for (const way of ['/inquiry', '/organizations', '/desk']) expect(page.html).toContain(`href="${way}"`);
      expect(page.headers.getSetCookie()).toEqual([]);
    },
  );

  it('goes on to the deals when he is staff and has signed in', async () => {
    expect((await (await signedIn(product)).get('/')).location).toBe('/desk');
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent pages compressed by %s, and the same ones', async (encoding, unpack) => {
    const plain = await raw(`${product.url}/`, { accept: 'text/html' });
    const packed = await raw(`${product.url}/`, { accept: 'text/html', 'accept-encoding': encoding });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(unpack(packed.body).toString()).toBe(plain.body.toString());
    expect(packed.body.length).toBeLessThan(0.6 * plain.body.length);
  });

  it.each(['/health/ready', '/metrics'])('does not find %s, which is there for who runs it', async path => {
    for (const stranger of ['203.0.113.9', '2001:db8::1', '8.8.8.8'])
      expect([stranger, await status(path, stranger)]).toEqual([stranger, 404]);
    for (const inside of ['10.1.2.3', '192.168.0.9', '172.31.0.1', 'fd00::1', '::ffff:10.0.0.1'])
      expect([inside, await status(path, inside)]).toEqual([inside, 200]);
    expect(await status(path)).toBe(200);
  });

  it('finds each page with a slash at its end too, and is led to no other host by one', async () => {
    const browser = visitor(() => product.url, 'ja');
    const inquiry = await browser.get('/inquiry/?zones=all');
    expect([inquiry.status, inquiry.html.includes('Africa/Abidjan')]).toEqual([200, true]);
    expect((await (await signedIn(product)).get('/desk/?whose=team')).status).toBe(200);
    for (const elsewhere of ['//evil.example/', '//evil.example/desk/', '/desk//']) {
      const answer = await raw(`${product.url}${elsewhere}`, { accept: 'text/html' });
      expect([elsewhere, answer.status, answer.headers.location]).toEqual([elsewhere, 404, undefined]);
    }
  });

  it('may always ask whether the process runs', async () => {
    expect(await status('/health/live', '203.0.113.9')).toBe(200);
  });

  it('is offered the likely time zones, and every other one at a press, without script too', async () => {
    const browser = visitor(() => product.url);
    const zonesIn = (html: string) =>
      [
        ...(/<select[^>]*name="timeZone".*?<\/select>/s.exec(html)?.[0] ?? '').matchAll(
          /<option value="([^"]+)"/g,
        ),
      ].map(([, zone]) => zone);
    const { html } = await browser.get('/inquiry');
    expect(zonesIn(html).length).toBeLessThan(20);
    const [, all = ''] = /<noscript><a[^>]*href="([^"]+)"/.exec(html) ?? [];
    const whole = await browser.get(all);
    expect(zonesIn(whole.html)).toEqual(
      expect.arrayContaining([...Intl.supportedValuesOf('timeZone'), 'UTC']),
    );
    const typed = { company: '', name: 'Jane', timeZone: 'Asia/Kathmandu', language: 'en' };
    const back = await browser.post('/inquiry', { ...typed, ...hiddenFields(whole.html, '/inquiry') });
    expect(back.status).toBe(422);
    expect(back.html).toContain('<option value="Asia/Kathmandu" selected');
  });
});
