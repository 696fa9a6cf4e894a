import { randomUUID } from 'node:crypto';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { call } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { hiddenFields, visitor } from '../buyers/visitor.ts';
import { withoutEngine } from '../buyers/without-engine.ts';

const typed = {
  company: 'Example Corp.',
  name: 'Jane Doe',
  email: 'jane@example.com',
  language: 'en',
  timeZone: 'America/New_York',
  awsAccountId: '1111-2222-3333',
  message: 'Ten seats for a year',
};

describe('the first contact', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  const deals = (email: string) => product.db.deals.countDocuments({ 'deal.inquiry.contact.email': email });
  const open = async () => {
    const browser = visitor(() => product.url);
    const page = await browser.get('/inquiry');
    return { browser, keys: hiddenFields(page.html, '/inquiry') };
  };
  const send = (body: object, key?: string) => call(`${product.url}/api/inquiries`, { body, key });

  it('opens one deal for a form, however often the button is pressed', async () => {
    const { browser, keys } = await open();
    const fields = { ...typed, ...keys, email: 'twice@example.com' };
    const first = await browser.post('/inquiry', fields);
    const second = await browser.post('/inquiry', fields);
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    expect(await deals('twice@example.com')).toBe(1);
    const thanks = await browser.get(first.location ?? '');
    expect(thanks.html).toContain((first.location ?? '').split('/').at(-1));
    expect(thanks.html).toContain(messagesIn('en').inquiry.sent.answer(4));
  });

  it('loses nothing when somebody goes back and writes something else', async () => {
    const { browser, keys } = await open();
    const first = await browser.post('/inquiry', { ...typed, ...keys });
    const other = await browser.post('/inquiry', { ...typed, ...keys, message: 'Twenty seats' });
    expect(other.location).not.toBe(first.location);
  });

  it('shows what is wrong at the fields and keeps what was typed', async () => {
    const { browser, keys } = await open();
    const page = await browser.post('/inquiry', { ...typed, ...keys, email: 'nobody' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Enter an e-mail address');
    expect(page.html).toContain('value="nobody"');
    expect(page.html).toContain('Ten seats for a year');
  });

  it('writes to one address only so often, whoever asks, and gives the form back', async () => {
    const email = 'flooded@example.com';
    const statuses = [];
    for (let message = 0; message <= 10; message += 1) {
      const { browser, keys } = await open();
      statuses.push(
        (await browser.post('/inquiry', { ...typed, ...keys, email, message: `${message}` })).status,
      );
    }
    expect(statuses).toEqual([...Array(10).fill(303), 429]);
    const other = await open();
    const answer = await other.browser.post('/inquiry', {
      ...typed,
      ...other.keys,
      email: 'calm@example.com',
    });
    expect(answer.status).toBe(303);
  });

  it('counts what programs send to an address together with what came by the page', async () => {
    const email = 'both.ways@example.com';
    const statuses = [];
    for (let turn = 0; turn < 9; turn += 1) statuses.push((await send({ ...typed, email })).status);
    const { browser, keys } = await open();
    statuses.push((await browser.post('/inquiry', { ...typed, ...keys, email })).status);
    const refused = await send({ ...typed, email: 'Both.Ways@Example.COM' });
    expect([...statuses, refused.status]).toEqual([...Array(9).fill(201), 303, 429]);
    expect(refused.body.type).toContain('tooManyForAddress');
  });

  it('answers a program with the deal and where it is', async () => {
    const { status, body, headers } = await send({ ...typed, email: 'program@example.com' });
    expect(status).toBe(201);
    expect(body).toEqual({ dealId: expect.stringMatching(/^[0-9a-z]{10}$/), recorded: true });
    expect(headers.get('location')).toBe(`/api/deals/${body.dealId}`);
    expect(headers.get('idempotency-key')).toMatch(/\S/);
    const deal = await product.db.deals.findById(body.dealId).lean();
    expect(deal?.deal.inquiry).toMatchObject({ company: 'Example Corp.', awsAccountId: '111122223333' });
  });

  it('gives a program the same deal for the same key', async () => {
    const key = randomUUID();
    const first = await send(typed, key);
    expect((await send(typed, key)).body).toEqual(first.body);
  });

  it('tells nothing to somebody who knows another person’s key', async () => {
    const key = randomUUID();
    const first = await send({ ...typed, email: 'one@example.com' }, key);
    const other = await send({ ...typed, email: 'two@example.com' }, key);
    expect(other.status).toBe(201);
    expect(other.body.dealId).not.toBe(first.body.dealId);
  });

  it('refuses a key that is used again for other words', async () => {
    const key = randomUUID();
    await send(typed, key);
    const other = await send({ ...typed, message: 'Something else' }, key);
    expect(other.status).toBe(422);
    expect(other.body.type).toContain('commandIdReused');
  });

  it.each([
    [{}, ['/company', '/name', '/email', '/message']],
    [{ ...typed, awsAccountId: '12', timeZone: 'Nowhere' }, ['/awsAccountId', '/timeZone']],
    [{ ...typed, company: { toString: 1 }, name: ['a', 'b'] }, ['/company', '/name']],
  ])('names every field of a program’s inquiry that does not hold', async (body, pointers) => {
    const answer = await send(body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual(pointers);
  });

  it('rests on no cookie: it sets none, keeps no session, and takes the form without one', async () => {
    const before = await product.db.webSessions.countDocuments();
    const { browser, keys } = await open();
    expect([...browser.cookies.keys()]).toEqual([]);
    const email = 'no-cookies@example.com';
    const answer = await visitor(() => product.url).post('/inquiry', { ...typed, ...keys, email });
    expect(answer.status).toBe(303);
    expect(await deals(email)).toBe(1);
    expect(await product.db.webSessions.countDocuments()).toBe(before);
  });

  it('gives back whatever is too long, at its field and with everything else that was typed', async () => {
    const { browser, keys } = await open();
    const company = 'x'.repeat(3000);
    const page = await browser.post('/inquiry', { ...typed, ...keys, company });
    expect(page.status).toBe(422);
    expect(page.html).toContain('<a href="#field-company">');
    expect(page.html).toContain(company);
    expect(page.html).toContain('Ten seats for a year');
  });

  it('keeps the form and says when to come back while the engine cannot be reached', async () => {
    const { url, stop } = await withoutEngine(product);
    try {
      const browser = visitor(() => url);
      const keys = hiddenFields((await browser.get('/inquiry')).html, '/inquiry');
      const page = await browser.post('/inquiry', { ...typed, ...keys, email: 'later@example.com' });
      expect(page.status).toBe(503);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(page.html).toContain('value="later@example.com"');
      expect(hiddenFields(page.html, '/inquiry').nonce).toBe(keys.nonce);
      const answer = await call(`${url}/api/inquiries`, { body: typed });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/\d/);
    } finally {
      await stop();
    }
  });
});
