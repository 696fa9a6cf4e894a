import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../../support/deals.ts';
import { call } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const url = '/desk/settings/keys';
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('a key of a program', () => {
  let product: Product;
  let admin: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    admin = await signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  const keyIn = (html: string) => /offerdesk_[\w-]{43}/.exec(html)?.[0] ?? '';
  async function made(fields: Record<string, string> = {}) {
    const name = `crm-${randomUUID().slice(0, 8)}`;
    const page = await admin.press(url, url, { name, endsOn: day(30), ...fields });
    return { name, page, key: keyIn(page.html) };
  }
  const list = (token: string) => call(`${product.url}/api/deals`, { token });
  const kept = (name: string) => product.db.apiKeys.findOne({ name }).orFail();

  it('is shown once, kept as a hash, and has the rights that were ticked', async () => {
    const { name, page, key } = await made({ 'role.sales': 'yes' });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect((await admin.get(url)).html).not.toContain(key);
    const database = JSON.stringify([
      await product.db.apiKeys.find().lean(),
      await product.db.deskChanges.find().lean(),
    ]);
    expect(database).not.toContain(key);

    expect((await list(key)).status).toBe(200);
    const dealId = await inquire(product);
    const note = await call(`${product.url}/api/deals/${dealId}/add-note`, {
      token: key,
      key: randomUUID(),
      body: { text: 'From the CRM.' },
    });
    expect(note.body.entry.by).toMatchObject({ id: `api:${name}`, roles: ['sales'] });
    const yes = { token: key, key: randomUUID(), body: { version: 1 } };
    expect((await call(`${product.url}/api/deals/${dealId}/approve-offer`, yes)).status).toBe(403);
    expect((await kept(name)).lastUsedAt).toBeInstanceOf(Date);
  });

  it('without a role reads and changes nothing', async () => {
    const { key } = await made();
    const dealId = await inquire(product);
    expect((await list(key)).status).toBe(200);
    const note = { token: key, key: randomUUID(), body: { text: 'No.' } };
    expect((await call(`${product.url}/api/deals/${dealId}/add-note`, note)).status).toBe(403);
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'addNote' })).toBe(0);
  });

  it('of an admin reads what everybody has done, and takes no step in a deal', async () => {
    const page = (await admin.get(url)).html;
    expect(page).toContain('Dangerous in wrong hands');
    const { name, key } = await made({ 'role.admin': 'yes' });
    expect((await kept(name)).roles).toEqual(['admin']);
    const dealId = await inquire(product);
    expect((await list(key)).status).toBe(200);
    const note = { token: key, key: randomUUID(), body: { text: 'No.' } };
    expect((await call(`${product.url}/api/deals/${dealId}/add-note`, note)).status).toBe(403);
    const audit = `${product.url}/api/audit.csv?from=2026-01-01T00:00:00Z`;
    expect((await call(audit, { token: key })).status).toBe(200);
    expect((await call(audit, { token: (await made()).key })).status).toBe(403);
  });

  it('opens nothing once it is revoked or has ended', async () => {
    const [revoked, ended] = [await made(), await made()];
    const { _id } = await kept(revoked.name);
    expect((await admin.press(url, `${url}/revoke`, { id: _id })).status).toBe(303);
    await product.db.apiKeys.updateOne({ name: ended.name }, { endsAt: new Date(0) });
    expect((await list(revoked.key)).status).toBe(401);
    expect((await list(ended.key)).status).toBe(401);
    const { html } = await admin.get('/desk/settings/changes');
    for (const word of ['API key made', 'API key revoked', revoked.name]) expect(html).toContain(word);
  });

  it('is the same one when its form is sent again', async () => {
    const { html } = await admin.get(url);
    const name = `again-${randomUUID().slice(0, 8)}`;
    const fields = { ...hiddenFields(html, url), name, endsOn: day(30) };
    const [first, second] = [await admin.post(url, fields), await admin.post(url, fields)];
    expect(keyIn(first.html)).not.toBe('');
    expect(keyIn(second.html)).toBe(keyIn(first.html));
    expect(await product.db.apiKeys.countDocuments({ name })).toBe(1);
  });

  it('has a name that no other program has or had, and an end', async () => {
    const { name } = await made();
    const wrong: Record<string, string>[] = [
      { name },
      { name: 'sales' },
      { name: 'Two words' },
      { endsOn: '' },
      { endsOn: day(800) },
    ];
    for (const fields of wrong) expect((await made(fields)).page.status).toBe(422);
  });

  it('is made by admins alone', async () => {
    expect((await (await signedIn(product)).get(url)).status).toBe(404);
  });

  it('is not guessed: an address that tries is heard no more, and whoever has one is', async () => {
    const { key } = await made();
    const answers: number[] = [];
    for (let tries = 0; tries < 40; tries++) answers.push((await list(`offerdesk_${tries}`)).status);
    expect(answers[0]).toBe(401);
    expect(answers.at(-1)).toBe(429);
    expect((await list(key)).status).toBe(200);
    expect((await list(tokens.sales)).status).toBe(200);
  });
});
