import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../support/deals.ts';
import { staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { sampleTerms } from '../../support/samples.ts';

describe('a draft of terms over the API', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  interface Sent {
    method?: string;
    body?: object;
    key?: string;
    query?: string;
    token?: string;
  }
  async function draft(
    dealId: string,
    { method = 'GET', body, key, query = '', token = tokens.sales }: Sent = {},
  ) {
    const answer = await fetch(`${product.url}/api/deals/${dealId}/terms-draft${query}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }
  const put = (dealId: string, body: object, key: string = randomUUID()) =>
    draft(dealId, { method: 'PUT', body, key });

  it('is read, kept once under one key, changed by its revision and removed', async () => {
    const dealId = await inquire(product);
    expect((await draft(dealId)).status).toBe(404);
    const fields = { durationMonths: 'perhaps 12', 'payment.0.amount': '1.000,50' };
    const key = randomUUID();
    expect(await put(dealId, { fields }, key)).toMatchObject({
      status: 200,
      body: { revision: key, fields },
    });
    expect((await put(dealId, { fields }, key)).status).toBe(200);
    const changed = await put(dealId, { fields: { durationMonths: '24' }, replaces: key });
    expect(changed.status).toBe(200);
    const read = await draft(dealId);
    expect(read.body).toMatchObject({
      fields: { durationMonths: '24' },
      versions: 0,
      by: { id: 'api:sales' },
    });
    const query = `?revision=${read.body.revision}`;
    expect((await draft(dealId, { method: 'DELETE', query: '?revision=another' })).status).toBe(409);
    expect((await draft(dealId, { method: 'DELETE', query })).status).toBe(204);
    expect((await draft(dealId)).status).toBe(404);
  });

  it('is not written over by whoever has not read it', async () => {
    const dealId = await inquire(product);
    const writers = Array.from({ length: 5 }, (_, index) =>
      put(dealId, { fields: { durationMonths: String(index) } }),
    );
    const statuses = (await Promise.all(writers)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409]);
    const late = await put(dealId, { fields: {}, replaces: 'long-gone' });
    expect(late.body).toMatchObject({ type: 'urn:offerdesk:problem:draftChanged' });
  });

  it('takes no field that the terms do not have, no approver, and no deal that is over', async () => {
    const dealId = await inquire(product);
    expect((await put(dealId, { fields: { $where: '1' } })).status).toBe(422);
    const body = { fields: { durationMonths: '1' } };
    expect((await draft(dealId, { method: 'PUT', body, token: tokens.approver })).status).toBe(403);
    const sales = staffAt(product, 'sales');
    expect((await sales.step(dealId, 'close-deal', { reason: 'no' })).status).toBe(200);
    expect((await put(dealId, body)).status).toBe(409);
    expect((await put(randomUUID(), body)).status).toBe(404);
  });

  it('stays when a program proposes other terms', async () => {
    const dealId = await inquire(product);
    await put(dealId, { fields: { durationMonths: '24' } });
    const terms = sampleTerms(product.deps.now());
    expect((await staffAt(product, 'sales').step(dealId, 'propose-terms', { terms })).status).toBe(200);
    expect((await draft(dealId)).body).toMatchObject({ versions: 0, fields: { durationMonths: '24' } });
  });
});
