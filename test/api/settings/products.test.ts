import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct } from '../../support/product.ts';
import { type ProgramAtSettings, programAt } from './at-settings.ts';

describe('products over the JSON API', () => {
  let product: Product;
  let program: ProgramAtSettings;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    program = await programAt(product);
  });
  afterAll(() => product?.stop());

  it('are sold, sold otherwise and sold no more, and a stale writer is told what others did', async () => {
    const { products, seen } = (await program.get('products')).body;
    const [{ productId: _id, ...sold }] = products;
    const path = `products/prod-${randomUUID().slice(0, 8)}`;
    const another = { ...sold, title: 'Another', productCode: 'anothercode000000000000001' };
    const added = await program.put(path, { ...another, seen });
    expect(added.status).toBe(200);
    expect(added.body.product.title).toBe('Another');
    const stale = await program.put(path, { ...another, title: 'Stale', seen });
    expect(stale.status).toBe(409);
    expect(stale.body.changes).toMatchObject([{ what: 'productSet', after: { title: 'Another' } }]);
    expect((await program.delete(`${path}?seen=${seen}`)).status).toBe(409);
    expect((await program.delete(`${path}?seen=${added.body.seen}`)).status).toBe(204);
    expect((await program.get(path)).status).toBe(404);
  });

  it('with a price that is none are refused at that price', async () => {
    const { products, seen } = (await program.get('products')).body;
    const [{ productId, ...sold }] = products;
    const dimensions = [{ ...sold.dimensions[0], listPrices: { USD: 'a lot' } }];
    const wrong = await program.put(`products/${productId}`, { ...sold, dimensions, seen });
    expect(wrong.body.errors).toMatchObject([{ pointer: '/dimensions/0/listPrices/USD' }]);
    const twice = { ...sold, dimensions: [sold.dimensions[0], sold.dimensions[0]], seen };
    expect((await program.put(`products/${productId}`, twice)).body.errors).toMatchObject([
      { pointer: '/dimensions' },
    ]);
    const last = await program.delete(`products/${productId}?seen=${seen}`);
    expect(last.body).toMatchObject({ type: 'urn:offerdesk:problem:settingRefused' });
  });

  it('stand beside those of AWS, whose refusal names the action', async () => {
    const { products } = (await program.get('aws-products')).body;
    const { productId } = products[0];
    expect((await program.get(`aws-products/${productId}`)).body.dimensions.length).toBeGreaterThan(0);
    expect((await program.get('aws-products/prod-nothing')).status).toBe(404);
    product.emulator.addFault({
      operation: 'ListEntities',
      kind: 'error',
      code: 'AccessDeniedException',
      status: 403,
      message: 'User: x is not authorized to perform: aws-marketplace:ListEntities',
      times: 3,
    });
    const denied = await program.get('aws-products');
    expect(denied.status).toBe(503);
    expect(denied.body.detail).toContain('aws-marketplace:ListEntities');
    product.emulator.clearFaults();
  });
});
