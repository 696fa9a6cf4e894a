import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRecordActivities } from '../../../activities/record.ts';
import { listRows } from '../../../api/service/list/find.ts';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import type { Database } from '../../../shared/models/database.ts';
import { rowOf } from '../../../shared/models/deal-row.ts';
import { giveBack, openEmptyDatabase } from '../../support/servers/databases.ts';
import { samples } from '../desk/sample-deals.ts';

describe('the rows of a list', () => {
  let db: Database;
  const deals: Deal[] = Object.values(samples).map(({ deal }, index) => ({
    ...deal,
    dealId: `deal${index}`,
    updatedAt: new Date(Date.parse('2027-01-04T00:00:00Z') - index * 60_000).toISOString(),
  }));

  beforeAll(async () => {
    db = await openEmptyDatabase();
    const accounts = { findUser: async () => undefined };
    const { record } = createRecordActivities({ db, accounts, tellNewEntries: async () => {} });
    for (const [index, { timeline }] of Object.values(samples).entries())
      await record({ deal: deals[index] as Deal, entries: timeline.slice(0, 1), historyLength: 1 });
  });
  afterAll(async () => {
    await giveBack(db);
  });

  const rows = async (query = {}) => (await listRows({ db }, { limit: 100, ...query })).rows;

  it('tell of each deal what its workflow knows, the next moment too', async () => {
    expect(deals.some(deal => deadlines(deal).length > 0)).toBe(true);
    expect(await rows()).toEqual(deals.map(rowOf));
    for (const [index, { next }] of (await rows()).entries())
      expect(next?.at).toBe(deadlines(deals[index] as Deal)[0]?.at);
  });

  it('are read from the record, not worked out', async () => {
    const next = { kind: 'termEnds', at: '2030-01-01T00:00:00.000Z' } as const;
    await db.deals.updateOne({ _id: 'deal0' }, { $set: { 'row.next': next } });
    expect((await rows())[0]?.next).toEqual(next);
    await db.deals.updateOne({ _id: 'deal0' }, { $set: { row: rowOf(deals[0] as Deal) } });
  });

  it('follow one another page by page', async () => {
    const first = await listRows({ db }, { limit: 2 });
    const second = await listRows({ db }, { limit: 2, cursor: first.nextCursor ?? '' });
    const ids = [...first.rows, ...second.rows].map(({ dealId }) => dealId);
    expect(ids).toEqual(['deal0', 'deal1', 'deal2', 'deal3']);
  });
});
