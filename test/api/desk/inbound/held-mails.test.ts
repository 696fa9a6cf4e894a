import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../../support/deals.ts';
import { call, dealWhich } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { signedIn } from '../at-the-desk.ts';

const url = '/desk/events/mails';

describe('a mail that waits for a look', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  async function held(text = 'Hanako is on leave, so I answer for her.'): Promise<string> {
    const id = `<${randomUUID()}@aozora.example>`;
    await product.db.inboundMails.create({
      _id: id,
      state: 'held',
      reason: 'unknownSender',
      receivedAt: new Date(product.deps.now()),
      from: { name: 'Ren Aoki', email: `${randomUUID()}@aozora.example` },
      subject: 'Re: Our proposal',
      text,
    });
    return id;
  }
  const kept = (id: string) => product.db.inboundMails.findById(id).lean();

  /** Somebody of the desk presses one of the buttons of the page. */
  async function press(id: string, as: string, dealId = '') {
    return (await signedIn(product, 'support')).press(url, url, { id, as, dealId });
  }

  it('is added to a deal as the words of its sender, once', async () => {
    const [dealId, id] = [await inquire(product), await held()];
    expect((await press(id, 'message', dealId)).location).toBe(`${url}?done=message`);
    const deal = await dealWhich(product, dealId, ({ request }) => request);
    expect(deal.request?.message).toBe('Hanako is on leave, so I answer for her.');
    expect(await kept(id)).toMatchObject({ state: 'message', dealId, settledBy: 'support@example.com' });
    expect((await kept(id))?.text).toBeUndefined();
  });

  it('opens a deal of its own', async () => {
    const id = await held('We would like an offer.');
    expect((await press(id, 'inquiry')).status).toBe(303);
    const dealId = (await kept(id))?.dealId ?? '';
    const { inquiry } = await dealWhich(product, dealId, () => true);
    expect(inquiry).toMatchObject({ contact: { name: 'Ren Aoki' }, company: 'aozora.example' });
  });

  it('is set aside, and is then nobody’s any more', async () => {
    const id = await held();
    expect((await press(id, 'dismissed')).status).toBe(303);
    await held('Another one');
    const again = await press(id, 'inquiry');
    expect(again.status).toBe(409);
    expect(again.html).toContain('Somebody has already looked at this mail.');
  });

  it('stays where there is no such open deal, with what was typed', async () => {
    const id = await held();
    const { status, html } = await press(id, 'message', 'nodeal0000');
    expect(status).toBe(409);
    expect(html).toContain('There is no open deal with this ID.');
    expect(html).toContain('value="nodeal0000"');
    expect((await kept(id))?.state).toBe('held');
  });

  it('is listed and settled by programs alike', async () => {
    const id = await held('We would like an offer, too.');
    const at = `${product.url}/api/held-mails`;
    const listed = await call(at, { token: tokens.support });
    expect(listed.body.mails.find((mail: { id: string }) => mail.id === id)).toMatchObject({
      text: 'We would like an offer, too.',
      reason: 'unknownSender',
    });
    const settle = (body: object, role: keyof typeof tokens = 'sales') =>
      call(at, { token: tokens[role], body });
    const missing = await settle({ id, as: 'message', dealId: 'nodeal0000' });
    expect([missing.status, missing.body.detail]).toEqual([
      409,
      expect.stringContaining('There is no open deal with this ID.'),
    ]);
    expect((await settle({ id, as: 'message' })).status).toBe(422);
    expect((await settle({ id, as: 'inquiry' }, 'approver')).status).toBe(403);
    expect(await settle({ id, as: 'inquiry' })).toMatchObject({ status: 200, body: { state: 'inquiry' } });
    expect((await settle({ id, as: 'dismissed' })).status).toBe(409);
    expect((await kept(id))?.settledBy).toBe('api:sales');
  });

  it('is for sales and support, and not for whoever only approves', async () => {
    const approver = await signedIn(product, 'approver');
    expect((await approver.get(url)).status).toBe(403);
  });
});
