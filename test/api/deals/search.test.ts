import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listKeysOf } from '../../../shared/models/deal-list.ts';
import { type DealRecord, recordOf } from '../../../shared/models/deal-record.ts';
import { dealWords } from '../../../shared/search/deal-words.ts';
import { dealOf, type Known, wholeDeal } from '../../shared/search/deal-of.ts';
import { staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { type Colleague, signedIn } from '../desk/at-the-desk.ts';

const rows: { deal: Known; finds: string[] }[] = JSON.parse(
  readFileSync(new URL('../../shared/search/search.json', import.meta.url), 'utf8'),
);

/** Many deals of many people, as records that differ in what is searched for. */
function manyOthers(): DealRecord[] {
  const sample = dealOf({});
  const record = recordOf(sample);
  const { inquiry } = sample;
  return Array.from({ length: 2000 }, (_, index) => {
    const dealId = `other${index}`;
    const contact = { ...inquiry.contact, email: `person@company${index}.example` };
    const deal = { ...sample, dealId, inquiry: { ...inquiry, company: `株式会社港運輸${index}`, contact } };
    const row = { ...record.row, dealId, company: deal.inquiry.company };
    const list = listKeysOf(row, contact.language);
    return { ...record, _id: dealId, deal, row, list, keys: [dealId], words: dealWords(deal, [dealId]) };
  });
}

describe('the search for a deal, at the desk and in the API', () => {
  let product: Product;
  let desk: Colleague;
  const query = (q: string) => new URLSearchParams({ q, limit: '100' }).toString();
  const found = async (q: string): Promise<string[]> =>
    (await staffAt(product, 'sales').list(query(q))).body.deals.map(
      ({ dealId }: { dealId: string }) => dealId,
    );
  const shown = async (q: string) => (await desk.get(`/desk/deals?${new URLSearchParams({ q })}`)).html;

  beforeAll(async () => {
    product = await startProduct();
    desk = await signedIn(product);
    const { db } = product;
    const known = [...rows.map(({ deal }, index) => dealOf(deal, `row${index}`)), wholeDeal()];
    const records = [...known.map(recordOf), ...manyOthers()];
    await db.connection.collection<DealRecord>(db.deals.collection.name).insertMany(records);
  });
  afterAll(() => product?.stop());

  it.each(rows.flatMap(({ finds }, index) => finds.map(typed => [`row${index}`, typed] as const)))(
    'finds %s by %s, and no other',
    async (dealId, typed) => {
      expect(await found(typed)).toEqual([dealId]);
      expect(await shown(typed)).toContain(`/desk/deals/${dealId}"`);
    },
  );

  it('finds nothing where nothing that one could search for was typed, and says so', async () => {
    expect(await found('!!!')).toEqual([]);
    for (const typed of ['!!!', '…']) expect(await shown(typed)).toContain('No deal matches');
  });

  it('refuses what is too long or invisible, and names the field', async () => {
    for (const typed of ['x'.repeat(2001), 'a\0b']) {
      const { status, body } = await staffAt(product, 'sales').list(query(typed));
      expect([status, body.errors[0].pointer]).toEqual([422, '/q']);
    }
    expect((await desk.get(`/desk/deals?${new URLSearchParams({ q: 'x'.repeat(2001) })}`)).status).toBe(422);
    expect(await found(`https://aws.amazon.com/?offerId=offer-abc123&x=${'x'.repeat(1900)}`)).toEqual([
      'row5',
    ]);
  });

  it('goes on page by page', async () => {
    const sales = staffAt(product, 'sales');
    const first = await sales.list('q=%E6%B8%AF%E9%81%8B%E8%BC%B8&limit=2');
    const next = await sales.list(`q=%E6%B8%AF%E9%81%8B%E8%BC%B8&limit=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.deals, ...next.body.deals].map(({ dealId }) => dealId);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^other/);
  });

  it('reads the index, and no more deals than it must', async () => {
    const { db } = product.db.connection;
    await db?.command({ profile: 2 });
    const asked = [
      '港運輸',
      '株式会社',
      'person',
      '青空商事',
      'noah patel',
      'nobody',
      ...rows.flatMap(row => row.finds),
    ];
    for (const q of asked) await found(q);
    await db?.command({ profile: 0 });
    const plans = await db
      ?.collection('system.profile')
      .find({ op: 'query', ns: /\.deals$/ })
      .toArray();
    expect(plans?.length).toBeGreaterThanOrEqual(asked.length);
    for (const { planSummary, docsExamined } of plans ?? []) {
      expect(planSummary).not.toContain('COLLSCAN');
      expect(docsExamined).toBeLessThan(300);
    }
  });
});
