import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isBad, markBad } from '../../../shared/mail/bad-addresses.ts';
import { call, staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { dealWith, freshAddress, mailTo } from '../desk/mails/logged-mails.ts';

describe('the log of mails, for programs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const ask = (path: string, role: keyof typeof tokens = 'support', method = 'GET') =>
    call(`${product.url}/api${path}`, { token: tokens[role], method });

  it('says what became of each mail and what it said, and what it names is sent again', async () => {
    const { email, dealId } = await dealWith(product);
    const { id } = await mailTo(product, email);
    const { status, body } = await ask(`/mails?q=${encodeURIComponent(email)}`);
    expect(status).toBe(200);
    expect(body.mails).toMatchObject([
      { id, dealId, template: 'inquiryReceived', state: 'sent', to: { email } },
    ]);
    const [listed] = body.mails;
    expect(listed).not.toHaveProperty('text');
    const { text } = (await ask(`/mails/${id}`)).body;
    expect(text).toContain('Hanako');
    // A page link lets anybody act for its reader.
    expect(text.match(/\/offers\/\S*/g)).toEqual(['/offers/…']);
    const again = await staffAt(product, 'support').step(dealId, 'resend-mail', { mail: listed.request });
    expect(again).toMatchObject({ status: 200, body: { outcome: 'applied' } });
    expect((await ask('/mails/nothing')).status).toBe(404);
    expect((await ask('/mails?state=lost')).status).toBe(422);
  });

  it('has the addresses at which nothing arrives, until somebody says that one works', async () => {
    const email = freshAddress();
    const since = new Date(product.deps.now());
    await markBad(product.db, { email, reason: '550 user unknown', source: 'server', since });
    const { body } = await ask('/bad-addresses');
    expect(body.addresses).toContainEqual({ email, reason: '550 user unknown', since: since.toISOString() });
    const path = `/bad-addresses/${encodeURIComponent(email)}`;
    expect((await ask(path, 'approver', 'DELETE')).status).toBe(403);
    expect(await isBad(product.db, email)).toBe(true);
    expect((await ask(path, 'support', 'DELETE')).status).toBe(204);
    expect(await isBad(product.db, email)).toBe(false);
  });
});
