import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../api/desk/deal/view.ts';
import { eventually } from '../../support/eventually.ts';
import { type Product, password, startProduct } from '../../support/product.ts';
import { startFreezableMongodb } from '../../worker/slow-mongodb.ts';
import { hiddenFields } from '../buyers/visitor.ts';
import { browserAt, type Colleague, newDeal, signedIn } from '../desk/at-the-desk.ts';
import { accessibilityProblems } from '../ui/accessibility.ts';

/** Far below the half minute that a connection which hangs is given. */
const patienceMs = 20_000;

describe('while MongoDB stands still', () => {
  let mongodb: Awaited<ReturnType<typeof startFreezableMongodb>>;
  let product: Product;
  let cookie: string;
  let desk: Colleague;
  beforeAll(async () => {
    mongodb = await startFreezableMongodb();
    product = await startProduct({ MONGODB_URI: mongodb.uri });
    desk = await signedIn(product);
    cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  });
  afterAll(async () => {
    mongodb?.thaw();
    await product?.stop();
    await mongodb?.stop();
  });

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${product.url}${path}`, { ...init, signal: AbortSignal.timeout(patienceMs) });

  it('every request is answered, with when to come again, and the next ones work as soon as it goes on', async () => {
    const requests: [string, RequestInit?][] = [
      ['/desk', { headers: { cookie, accept: 'text/html' } }],
      ['/organizations', { headers: { cookie, accept: 'text/html' } }],
      ['/api/deals', { headers: { authorization: 'Bearer sales-token-for-tests' } }],
      ['/health/ready'],
    ];
    mongodb.freeze();
    const answers = await Promise.all(requests.map(request => ask(...request)));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(answers.slice(0, 3).map(({ headers }) => headers.get('retry-after'))).toEqual(['10', '10', '10']);
    const page = await answers[0]?.text();
    expect(page).toContain('We cannot show this page right now');
    expect(page).toContain('Load again');
    mongodb.thaw();
    await isBack();
  });

  it('a form keeps what was typed, and is sent again from the page that says so, once', async () => {
    const dealId = await newDeal(product);
    const action = `${dealUrl(dealId)}/add-note`;
    const typed = 'They call back on Monday, and bring two colleagues.';
    const { html: before } = await desk.get(dealUrl(dealId));
    const fields = { ...hiddenFields(before, action), 'addNote.text': typed };
    mongodb.freeze();
    const { status, html } = await desk.post(action, fields);
    expect(status).toBe(503);
    expect(html).toContain('What you entered is kept on this page.');
    expect(accessibilityProblems(html)).toEqual([]);
    const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    const kept = Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
    expect(kept).toEqual(fields);
    mongodb.thaw();
    await isBack();
    for (const _ of [1, 2]) expect((await desk.post(action, kept)).status).toBe(303);
    const lines = { dealId, 'entry.event.type': 'addNote' };
    await eventually(() => product.db.timeline.exists(lines), { what: 'the note' });
    expect(await product.db.timeline.countDocuments(lines)).toBe(1);
  });

  it('a password and a token of AWS are on no page', async () => {
    const browser = browserAt(product);
    const path = '/desk/sign-in';
    const fields = hiddenFields((await browser.get(path)).html, path);
    mongodb.freeze();
    const { status, html } = await browser.post(path, { ...fields, email: 'sales@example.com', password });
    const secret = 'a-token-of-aws';
    const arrived = await browser.post('/marketplace/register', { 'x-amzn-marketplace-token': secret });
    mongodb.thaw();
    expect([status, arrived.status]).toEqual([503, 503]);
    expect(html).not.toContain(password);
    expect(arrived.html).not.toContain(secret);
    await isBack();
  });

  const isBack = () =>
    eventually(async () => (await ask('/desk', { headers: { cookie } })).status === 200 || undefined, {
      what: 'the desk again',
    });
});
