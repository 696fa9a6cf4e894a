import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { startFreezableMongodb } from '../../worker/slow-mongodb.ts';
import { signedIn } from '../desk/at-the-desk.ts';

/** Far below the half minute that a connection which hangs is given. */
const patienceMs = 20_000;

describe('while MongoDB stands still', () => {
  let mongodb: Awaited<ReturnType<typeof startFreezableMongodb>>;
  let product: Product;
  let cookie: string;
  beforeAll(async () => {
    mongodb = await startFreezableMongodb();
    product = await startProduct({ MONGODB_URI: mongodb.uri });
    const { cookies } = await signedIn(product);
    cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
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
    mongodb.thaw();
    await eventually(async () => (await ask('/desk', { headers: { cookie } })).status === 200 || undefined, {
      what: 'the desk again',
    });
  });
});
