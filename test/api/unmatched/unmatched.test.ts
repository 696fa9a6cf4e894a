import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire, offeredDeal } from '../../support/deals.ts';
import { call, dealWhich, staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { letWait, purchaseElsewhere, sendEvent } from '../desk/events/unmatched.ts';

interface Item {
  id: string;
}

describe('what no deal has taken, for programs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  async function unmatched() {
    const purchase = await purchaseElsewhere(product);
    await sendEvent(product, purchase.agreement);
    await letWait(product);
    return { ...purchase, id: purchase.agreement.id };
  }
  const ask = (path: string, body?: object, role: keyof typeof tokens = 'support', key = randomUUID()) =>
    call(`${product.url}/api/unmatched${path}`, { token: tokens[role], key, body });
  const inList = async (list: string, id: string) =>
    (await ask(`?list=${list}`)).body.purchases.items.find((item: Item) => item.id === id);

  it('is listed, and goes to the deal that a program names, once, with a note of who said so', async () => {
    const { dealId } = await offeredDeal(product);
    const other = await inquire(product);
    const { id, agreementId } = await unmatched();
    expect(await inList('unmatched', id)).toMatchObject({
      kind: 'purchase',
      facts: [{ kind: 'accepted', agreementId, awsAccountId: '111122223333' }],
    });
    const path = `/purchase/${encodeURIComponent(id)}/assign`;
    const key = randomUUID();
    for (const _ of [1, 2])
      expect(await ask(path, { dealId }, 'support', key)).toMatchObject({
        status: 200,
        body: { dealId, commandId: id },
      });
    await dealWhich(product, dealId, ({ agreement }) => agreement?.agreementId === agreementId);
    const timeline = await staffAt(product, 'support').timeline(dealId);
    expect(timeline.filter(({ event }) => event.type === 'addNote')).toMatchObject([
      { by: { id: 'api:support' }, event: { text: expect.stringContaining(agreementId) } },
    ]);
    expect(await ask(path, { dealId: other })).toMatchObject({ status: 409 });
    expect(await inList('unmatched', id)).toBeUndefined();
  });

  it('is dismissed with a reason and brought back, and the same again is no other decision', async () => {
    const { id } = await unmatched();
    const at = `/purchase/${encodeURIComponent(id)}`;
    const reason = 'Sold over another system';
    expect((await ask(`${at}/dismiss`, { reason: ' ' })).body.errors).toMatchObject([{ pointer: '/reason' }]);
    for (const _ of [1, 2])
      expect(await ask(`${at}/dismiss`, { reason })).toMatchObject({
        status: 200,
        body: { state: 'dismissed' },
      });
    expect((await ask(`${at}/dismiss`, { reason: 'Another one' })).status).toBe(409);
    expect(await inList('dismissed', id)).toMatchObject({ dismissed: { by: 'api:support', reason } });
    for (const _ of [1, 2]) expect(await ask(`${at}/restore`, {})).toMatchObject({ status: 200 });
    expect(await inList('unmatched', id)).toBeDefined();
  });

  it('is for sales and support, and says what it does not know', async () => {
    expect((await ask('', undefined, 'approver')).status).toBe(403);
    expect((await ask('?list=all')).status).toBe(422);
    expect((await ask('/purchase/nothing/restore', {})).status).toBe(404);
    const { id } = await unmatched();
    expect((await ask(`/purchase/${id}/assign`, { dealId: 'nodeal0000' })).status).toBe(404);
    expect((await ask(`/purchase/${id}/assign`, {})).status).toBe(422);
  });
});
