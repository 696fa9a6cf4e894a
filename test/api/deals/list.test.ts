import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRecordActivities } from '../../../activities/record.ts';
import type { Deal } from '../../../deal/deal.ts';
import { isClosed, type Stage } from '../../../deal/stages.ts';
import { call } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { samples } from '../desk/sample-deals.ts';

describe('lists of deals, for programs', () => {
  let product: Product;
  const stories = Object.values(samples);
  const deals = stories.map(({ deal }, index) => ({ ...deal, dealId: `listed${index}` }));

  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    const accounts = { findUser: async () => undefined };
    const { record } = createRecordActivities({ db: product.db, accounts, tellNewEntries: async () => {} });
    for (const [index, { timeline }] of stories.entries())
      await record({ deal: deals[index] as Deal, entries: timeline.slice(0, 1), historyLength: 1 });
  });
  afterAll(() => product?.stop());

  const ask = (path: string, token = tokens.sales) => call(`${product.url}/api${path}`, { token });
  const idsIn = async (query: string) =>
    (await ask(`/deals?limit=100&${query}`)).body.deals.map((deal: { dealId: string }) => deal.dealId).sort();
  const having = (holds: (deal: (typeof deals)[number]) => boolean) =>
    deals
      .filter(holds)
      .map(({ dealId }) => dealId)
      .sort();
  const isIn = (...stages: Stage[]) => having(({ stage }) => stages.includes(stage));

  it('have one stage, several, or all that are open or closed', async () => {
    expect(isIn('offered', 'active').length).toBeGreaterThan(isIn('offered').length);
    expect(await idsIn('stage=offered')).toEqual(isIn('offered'));
    expect(await idsIn('stage=offered&stage=active')).toEqual(isIn('offered', 'active'));
    expect(await idsIn('stage=closed')).toEqual(having(isClosed));
    expect(await idsIn('stage=open&stage=closed')).toEqual(having(() => true));
    const wrong = await ask('/deals?stage=offered&stage=nowhere');
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/stage/1' }] } });
  });

  it('have the deals that nobody owns, and those of whoever asks', async () => {
    const nobodys = having(({ owner }) => owner === undefined);
    expect(nobodys.length).toBeGreaterThan(0);
    expect(await idsIn('owner=-')).toEqual(nobodys);
    expect(await idsIn('owner=me')).toEqual([]);
  });

  it('are added up by currency, narrowed as the list is', async () => {
    const { body } = await ask('/deals/sums?stage=offered');
    expect(body).toMatchObject({ count: isIn('offered').length, isWhole: true });
    expect(body.totals).toMatchObject([{ currency: expect.any(String), amount: expect.any(String) }]);
    expect((await ask('/deals/sums?limit=5')).status).toBe(422);
  });

  it('are a file for a spreadsheet, in the language of the request', async () => {
    const asked = { headers: { authorization: `Bearer ${tokens.sales}`, 'accept-language': 'ja' } };
    const answer = await fetch(`${product.url}/api/deals.csv?stage=offered&sort=since`, asked);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const [heads, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(heads).toMatch(/[ぁ-ん一-龠]/);
    expect(lines.map(line => line.split(',')[0]).sort()).toEqual(isIn('offered'));
    expect((await ask('/deals.csv', 'wrong')).status).toBe(401);
  });
});
