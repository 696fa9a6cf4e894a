import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../../support/deals.ts';
import { dealWhich } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

let product: Product;
let sales: Colleague;
let dealId: string;
beforeAll(async () => {
  product = await startProduct();
  sales = await signedIn(product);
  dealId = await inquire(product, { company: '=2+5 "Aozora", 青空' });
  await dealWhich(product, dealId, Boolean);
});
afterAll(() => product?.stop());

describe('the report', () => {
  it('is a page for staff, and for nobody else', async () => {
    const { status, html } = await sales.get('/desk/report');
    expect(status).toBe(200);
    expect(html).toContain('From inquiry to customer');
    expect(html).toContain('No deal of these months has left a stage yet.');
    expect((await fetch(`${product.url}/desk/report`, { redirect: 'manual' })).status).toBe(303);
  });

  it('is a file with one line a deal, in which a name is no formula', async () => {
    const { status, html: csv } = await sales.get('/desk/report.csv');
    expect(status).toBe(200);
    const line = csv.split('\r\n').find(each => each.startsWith(dealId));
    expect(line).toContain(`"'=2+5 ""Aozora"", 青空"`);
    expect(csv.split('\r\n')[0]).toMatch(/^\uFEFF?Deal,Company,Owner/);
  });

  it('is JSON for programs, in the months they name, and says what is wrong with others', async () => {
    const ask = (query: string, token = '') =>
      fetch(`${product.url}/api/report${query}`, {
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    expect((await ask('')).status).toBe(401);
    const answer = await ask('', tokens.sales);
    expect(await answer.json()).toMatchObject({
      funnel: [{ milestone: 'inquiry', count: 1 }, {}, {}, {}, {}],
    });
    const other = await ask('?from=2024-01&until=2024-03', tokens.sales);
    expect(await other.json()).toMatchObject({ groups: { month: [{ key: '2024-01', opened: 0 }, {}, {}] } });
    expect((await ask('?from=2026', tokens.sales)).status).toBe(422);
  });
});
