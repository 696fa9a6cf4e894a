import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandIds } from '../../../deal/keys.ts';
import { schemaFaults } from '../../../shared/faults/schema-faults.ts';
import { eventually } from '../../support/eventually.ts';
import { call, staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { sampleTerms } from '../../support/samples.ts';
import { newDeal, signedIn } from '../desk/at-the-desk.ts';

/** What a request that no client library sends is answered with. */
function raw(url: string, head: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head}\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', data => {
      answer += data;
    });
    socket.on('end', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

const says = ['description', 'examples', 'default', 'title', '$ref', '$id'];

/** Every limit that a schema has somewhere within, with its value. */
function limitsIn(schema: object): [keyword: string, value: unknown][] {
  return Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (says.includes(keyword)) return [];
    if (keyword === 'properties' || keyword === 'patternProperties')
      return Object.values<object>(value).flatMap(limitsIn);
    if (keyword === 'items' || (keyword === 'additionalProperties' && value !== false))
      return limitsIn(Object(value));
    return keyword === 'anyOf' ? [[keyword, ''], ...value.flatMap(limitsIn)] : [[keyword, value]];
  });
}

describe('the API and what nobody should send', () => {
  let product: Product;
  let dealId: string;
  const sales = () => staffAt(product, 'sales');
  const at = (path = '') => `${product.url}/api/deals/${dealId}${path}`;
  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(at(path), { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };
  const token = { authorization: `Bearer ${tokens.sales}` };

  beforeAll(async () => {
    product = await startProduct();
    dealId = await newDeal(product);
    await eventually(async () => (await call(at(), { token: tokens.sales })).status === 200);
  });
  afterAll(() => product?.stop());

  it('reads nothing that a stranger sends: 401 before the body, whatever it is', async () => {
    const many = JSON.stringify({ terms: { dimensions: Array(58_000).fill({}) } });
    for (const [headers, body] of [
      [json, many],
      [json, '{"terms":'],
      [json, 'x'.repeat(300_000)],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'text=x'],
    ] as const) {
      const answer = await post('/propose-terms', headers, body);
      expect([answer.status, (await answer.text()).length < 1000]).toEqual([401, true]);
    }
    for (const path of ['/marketplace/events', '/mail/bounces']) {
      const answer = await fetch(`${product.url}${path}`, { method: 'POST', headers: json, body: '{"id":' });
      expect([401, 404]).toContain(answer.status);
    }
    const bad = await post('/approve-offer', { ...json, ...token }, '{"version":');
    expect(bad.status).toBe(403);
  });

  it.each([
    ['stage=nonsense', '/stage/0', 'must be one of: inquiry, negotiating'],
    ['endsFrom=next+week', '/endsFrom', 'must be a day such as 2026-11-30'],
    ['q=a%01b', '/q', 'must not have control characters'],
    ['colour=blue', '', 'has colour, which is not known here'],
  ])('says what a list may be narrowed to: %s', async (query, pointer, detail) => {
    const { status, body } = await call(`${product.url}/api/deals?${query}`, { token: tokens.sales });
    expect([status, body.errors]).toEqual([422, [{ pointer, detail: expect.stringContaining(detail) }]]);
  });

  it.each([
    ['stage=nonsense', '/stage/0', /^次のいずれかを指定してください：inquiry, negotiating/],
    ['limit=x', '/limit', /^整数で指定してください。$/],
    ['endsFrom=next+week', '/endsFrom', /^2026-11-30 のような日付を指定してください。$/],
    ['colour=blue', '', /^colour という項目はありません。$/],
  ])('says it to a Japanese reader in Japanese: %s', async (query, pointer, detail) => {
    const headers = { ...token, 'accept-language': 'ja' };
    const answer = await fetch(`${product.url}/api/deals?${query}`, { headers });
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer, detail: expect.stringMatching(detail) }],
    });
    const foreign = await fetch(`${product.url}/api/deals?cursor=x`, { headers });
    expect((await foreign.json()).detail).toMatch(/^カーソルが正しくありません。/);
  });

  it('has words for whatever a schema of the documentation does not take', async () => {
    const { body } = await call(`${product.url}/api/docs/json`);
    const said = Object.values<object>(body.paths)
      .flatMap(Object.values)
      .flatMap(({ parameters = [], requestBody }) => [
        ...parameters.filter((each: { in: string }) => each.in !== 'path'),
        requestBody?.content['application/json'],
      ])
      .flatMap(each => (each ? limitsIn(each.schema) : []));
    expect(said.length).toBeGreaterThan(500);
    const unnamed = said.filter(([keyword, value]) => {
      const params = { [keyword]: value };
      return schemaFaults({ keyword, instancePath: '', params })[0]?.detail.code === 'form';
    });
    expect(unnamed).toEqual([]);
  });

  it('names at most twenty errors, however many there are', async () => {
    for (const [errors, terms] of [
      [10, { dimensions: Array(58_000).fill({}) }],
      [20, Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`x${index}`, 0]))],
      [
        20,
        sampleTerms(Date.now(), {
          dimensions: Array(100).fill({ key: 'a', label: 'a', price: 'x', units: 5 }),
        }),
      ],
    ] as const) {
      const { status, body } = await sales().step(dealId, 'propose-terms', { terms });
      expect(body.errors).toHaveLength(errors);
      expect([409, 422]).toContain(status);
      expect(JSON.stringify(body).length).toBeLessThan(10_000);
    }
  });

  it('tells what is wrong in the language of the reader', async () => {
    const headers = { ...json, ...token, 'accept-language': 'ja' };
    const answer = await post('/mark-negotiation-done', headers, '{"version":1.5}');
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: '/version', detail: '整数を入力してください。' }],
    });
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'takes JSON alone, no %s',
    async type => {
      const answer = await post('/add-note', { ...token, 'content-type': type }, 'text=x');
      expect(answer.status).toBe(415);
      const inquiry = { method: 'POST', headers: { 'content-type': type }, body: 'company=x' };
      expect((await fetch(`${product.url}/api/inquiries`, inquiry)).status).toBe(415);
    },
  );

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('lets a cookie count for a post from our own pages alone: %j is %d', async (from, status) => {
    const { cookies } = await signedIn(product);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...json, ...from, cookie } as Record<string, string>;
    const answer = await post('/add-note', headers, JSON.stringify({ text: `by cookie ${status}` }));
    expect(answer.status).toBe(status);
    const read = await fetch(at(), { headers: { cookie, 'sec-fetch-site': 'none' } });
    expect(read.status).toBe(200);
    expect((await fetch(at(), { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it.each([
    'q=%00',
    'q=a%00b',
    'q=%0a',
    'owner=%00',
    'cursor=%00',
    'cursor=x',
    'limit=0',
    'limit=x',
    'stage=x',
    'x=1',
  ])('answers a list by ?%s without a 500', async query => {
    const { status } = await sales().list(query);
    expect(status).toBeLessThan(500);
    if (!query.startsWith('owner')) expect(status).toBeGreaterThanOrEqual(400);
  });

  it('answers the search of the desk for what no name has', async () => {
    const browser = await signedIn(product);
    for (const path of [
      '/desk/deals?q=%00',
      '/desk/mails?q=%00',
      '/desk/deals?owner=%00',
      '/desk/events?q=%00',
    ])
      expect([path, (await browser.get(path)).status < 500]).toEqual([path, true]);
  });

  it.each(['あああああああああ', 'caf\u00e9-0000', 'a\r\nb-00000', 'short', 'x'.repeat(201)])(
    'knows no command %j',
    async id => {
      expect((await sales().command(dealId, encodeURIComponent(id))).status).toBe(404);
    },
  );

  it('takes no key that an answer could not say again', async () => {
    for (const key of ['short', 'x'.repeat(201), 'two words', 'caf\u00e9-0000'])
      expect((await sales().step(dealId, 'add-note', { text: 'x' }, key)).status).toBe(400);
    const odd = 'a/b?c#d%20';
    await product.stopWorker();
    const { status, headers } = await sales().begin(dealId, 'add-note', { text: 'odd' }, odd);
    expect(status).toBe(202);
    await product.startWorker();
    const place = `${product.url}${headers.get('location')}`;
    await eventually(async () => (await call(place, { token: tokens.sales })).status === 200);
  });

  it.each([
    'GET * HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET http://%zz/ HTTP/1.1',
    'GET /%zz HTTP/1.1',
    'GET /api/deals/%ff HTTP/1.1',
    'GET // HTTP/1.1',
  ])('answers %s with no 500', async head =>
    expect(await raw(product.url, head)).toMatch(/^HTTP\/1\.1 [234]/),
  );

  it('keeps the ids of people and of systems apart, and those of each person', async () => {
    const ids = [
      commandIds.seen('offer-one', '2026-11-21T05:00:00.000Z'),
      commandIds.bounce('k:1:offer:0', 1),
      commandIds.arrival('r1'),
      commandIds.complaint('k:1:offer:0'),
    ];
    for (const id of ids) {
      expect((await sales().step(dealId, 'add-note', { text: id }, id)).status).toBe(200);
      expect((await sales().command(dealId, encodeURIComponent(id))).body).toMatchObject({
        commandId: id,
        entry: { event: { text: id } },
      });
      expect(await product.db.timeline.exists({ dealId, commandId: id })).toBeNull();
    }
    const key = randomUUID();
    expect((await sales().step(dealId, 'add-note', { text: 'mine' }, key)).status).toBe(200);
    const support = staffAt(product, 'support');
    expect((await support.step(dealId, 'add-note', { text: 'hers' }, key)).status).toBe(200);
    expect((await support.command(dealId, key)).body.entry.event.text).toBe('hers');
    expect((await sales().command(dealId, key)).body.entry.event.text).toBe('mine');
  });
});
