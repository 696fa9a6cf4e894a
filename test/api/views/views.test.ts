import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../support/deals.ts';
import { call, dealWhich } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { signedIn } from '../desk/at-the-desk.ts';

interface View {
  viewId: string;
}

describe('saved views, for programs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const ask = (path: string, more: { body?: object; role?: keyof typeof tokens; method?: string } = {}) =>
    call(`${product.url}/api${path}`, { ...more, token: tokens[more.role ?? 'sales'] });
  const keep = (body: object, key: string = randomUUID()) =>
    call(`${product.url}/api/views`, { token: tokens.sales, key, body });
  const seenBy = async (role: keyof typeof tokens, viewId: string) =>
    (await ask('/views', { role })).body.views.find((view: View) => view.viewId === viewId);

  it('are kept once, shared with the desk, and lists are read by them', async () => {
    const dealId = await inquire(product, { company: 'Kept In View' });
    await dealWhich(product, dealId, Boolean);
    const view = { name: 'New ones', filter: { stage: 'inquiry', owner: '-' }, shared: true };
    const key = randomUUID();
    const { status, body } = await keep(view, key);
    expect(status).toBe(200);
    const { viewId } = body;
    expect((await keep(view, key)).body).toEqual({ viewId });
    expect((await keep({ ...view, name: 'Others' }, key)).status).toBe(422);
    expect(await seenBy('sales', viewId)).toEqual({ viewId, ...view, isOwn: true });
    expect(await seenBy('support', viewId)).toMatchObject({ isOwn: false });

    const { deals } = (await ask(`/deals?view=${viewId}&limit=100`)).body;
    expect(deals).toContainEqual(expect.objectContaining({ dealId, stage: 'inquiry' }));
    expect((await ask(`/deals/sums?view=${viewId}&stage=active`)).body.count).toBe(0);
    expect((await ask('/deals?view=nothing')).status).toBe(404);
    const colleague = await signedIn(product, 'support');
    expect((await colleague.get('/desk/deals')).html).toContain('New ones');
    expect((await colleague.get(`/desk/views/${viewId}`)).location).toBe('/desk/deals?stage=inquiry&owner=-');
  });

  it('are removed by who keeps them alone, and the same again is no mistake', async () => {
    const { viewId } = (await keep({ name: 'Mine', filter: {} })).body;
    expect(await seenBy('support', viewId)).toBeUndefined();
    expect((await ask(`/views/${viewId}`, { method: 'DELETE', role: 'support' })).status).toBe(403);
    expect(await seenBy('sales', viewId)).toBeDefined();
    for (const _ of [1, 2]) expect((await ask(`/views/${viewId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await seenBy('sales', viewId)).toBeUndefined();
  });

  it('have a name and parts that the desk knows, and are thirty at most', async () => {
    expect((await keep({ name: ' ', filter: {} })).body.errors).toMatchObject([{ pointer: '/name' }]);
    const unknown = await keep({ name: 'No', filter: { stage: 'nowhere' } });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/filter/stage' }]);
    const answers = await Promise.all(
      Array.from({ length: 31 }, () =>
        ask('/views', { role: 'approver', body: { name: 'Many', filter: {} } }),
      ),
    );
    const last = await ask('/views', { role: 'approver', body: { name: 'One more', filter: {} } });
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(30);
    expect(last).toMatchObject({ status: 409, body: { detail: expect.any(String) } });
  });
});
