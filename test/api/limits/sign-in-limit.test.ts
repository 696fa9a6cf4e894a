import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp } from '../../../api/app.ts';
import { type Product, password, startProduct } from '../../support/product.ts';
import { customer, secret, type Visitor } from '../accounts/customers.ts';
import { hiddenFields, visitor } from '../buyers/visitor.ts';
import { browserAt } from '../desk/at-the-desk.ts';

describe('guessing passwords', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const signIn = async (who: Visitor, path: string, fields: Record<string, string>) => {
    const page = await who.get(path);
    return who.post(path, { ...hiddenFields(page.html, path), ...fields });
  };

  /** Somebody who tries until he is stopped. */
  async function guess(path: string, email: string): Promise<number[]> {
    const stranger = visitor(() => product.url);
    const statuses: number[] = [];
    for (let tried = 0; tried < 11; tried += 1)
      statuses.push((await signIn(stranger, path, { email, password: `guess number ${tried}` })).status);
    return statuses;
  }

  it('is stopped for an account of staff after ten tries, and gives the address back', async () => {
    const statuses = await guess('/desk/sign-in', 'support@example.com');
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
    const page = await signIn(browserAt(product), '/desk/sign-in', {
      email: 'Support@example.com',
      password,
    });
    expect(page.status).toBe(429);
    expect(page.html).toContain('value="Support@example.com"');
  });

  it('locks no owner out of a browser that he has signed in with before', async () => {
    const { email } = await customer(product);
    const owner = visitor(() => product.url);
    const path = '/accounts/sign-in';
    const enter = () => signIn(owner, path, { email, password: secret });
    expect((await enter()).status).toBe(303);
    owner.cookies.delete('offerdesk');
    expect((await guess(path, email)).at(-1)).toBe(429);
    expect((await enter()).status).toBe(303);
  });

  it('is counted by all processes together', async () => {
    const { email } = await customer(product);
    const app = await buildApp(product.deps);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      await guess('/accounts/sign-in', email);
      const elsewhere = visitor(() => url);
      const answer = await signIn(elsewhere, '/accounts/sign-in', { email, password: secret });
      expect(answer.status).toBe(429);
    } finally {
      await app.close();
    }
  });
});
