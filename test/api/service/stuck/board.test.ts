import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBoard } from '../../../../api/service/stuck/board.ts';
import type { Database } from '../../../../shared/models/database.ts';
import { type DealRecord, recordOf } from '../../../../shared/models/deal-record.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';
import { samples } from '../../desk/sample-deals.ts';

const stuckOnes = ['stuck', 'bounced', 'differs'].map(name => samples[name]?.deal);
const quiet = samples.offered?.deal;

/** Ten thousand deals, of which every fifth is stuck, one after the other, some at one moment. */
const records: DealRecord[] = Array.from({ length: 10_000 }, (_, index) => {
  const deal = index % 5 === 0 ? stuckOnes[(index / 5) % stuckOnes.length] : quiet;
  if (!deal) throw new Error('no sample');
  const since = new Date(Date.parse('2026-11-20T00:00:00Z') + ((index * 7919) % 997) * 60_000).toISOString();
  return recordOf({
    ...deal,
    dealId: `stuck${index}`,
    stuck: deal.stuck.map(each => ({ ...each, since })),
  });
});

/** What the board shows of one reason, said from the records alone. */
const expected = (reason: string) =>
  records
    .filter(({ deal }) => deal.stuck.some(each => each.reason === reason))
    .map(({ deal }) => ({ since: deal.stuck[0]?.since ?? '', dealId: deal.dealId }))
    .toSorted((a, b) => (`${a.since} ${a.dealId}` < `${b.since} ${b.dealId}` ? -1 : 1))
    .map(({ dealId }) => dealId);

describe('the board of what is stuck', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
    await db.connection.collection<DealRecord>(db.deals.collection.name).insertMany(records);
  });
  afterAll(async () => {
    await giveBack(db);
  });

  it('has each reason with its number, its sum and what has been stuck longest', async () => {
    const groups = await readBoard({ db }, { sort: 'oldest', limit: 3 });
    expect(groups.map(({ reason }) => reason).toSorted()).toEqual([
      'agreementDiffers',
      'changeSetFailed',
      'mailBounced',
    ]);
    for (const { reason, count, since, totals, troubles } of groups) {
      const all = expected(reason);
      expect([reason, count]).toEqual([reason, all.length]);
      expect(troubles.map(({ row }) => row.dealId)).toEqual(all.slice(0, 3));
      expect(since).toBe(troubles[0]?.stuck.since);
      const of = records.filter(({ troubles: keys }) => keys && reason in keys);
      const cents = of.reduce((sum, { row }) => sum + Math.round(Number(row.total?.amount ?? 0) * 100), 0);
      expect(Math.round(Number(totals[0]?.amount) * 100)).toBe(cents);
    }
  });

  it.each(['oldest', 'newest'] as const)('by the %s has each deal of a reason once', async sort => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const [group] = await readBoard({ db }, { reason: 'mailBounced', sort, cursor, limit: 100 });
      found.push(...(group?.troubles ?? []).map(({ row }) => row.dealId));
      cursor = group?.nextCursor;
    } while (cursor);
    const all = expected('mailBounced');
    expect(found).toEqual(sort === 'oldest' ? all : all.toReversed());
  });

  it('does not take a place in the list of another reason', async () => {
    const [group] = await readBoard({ db }, { reason: 'mailBounced', sort: 'oldest', limit: 1 });
    const other = { reason: 'changeSetFailed', sort: 'oldest', cursor: group?.nextCursor, limit: 1 } as const;
    await expect(readBoard({ db }, other)).rejects.toThrow(/foreignCursor/);
  });

  it('counts how often a step has failed, whatever its attempts were called', async () => {
    const [record] = records.filter(({ troubles }) => troubles?.changeSetFailed);
    const { dealId = '', stuck = [] } = record?.deal ?? {};
    const step = stuck[0]?.step ?? '';
    const entries = [step, step.replace(/-\d+$/, '-7'), 'sendMails:3'].map((at, seq) => ({
      _id: `${dealId}:${seq}`,
      dealId,
      seq,
      entry: { event: { type: 'stepFailed', stuck: { step: at } } },
    }));
    await db.connection.collection<{ _id: string }>('timeline').insertMany(entries);
    const [group] = await readBoard({ db }, { reason: 'changeSetFailed', sort: 'oldest', limit: 100 });
    const trouble = group?.troubles.find(({ row }) => row.dealId === dealId);
    expect([step.startsWith('startChangeSet'), trouble?.failures]).toEqual([true, 2]);
  });

  it('looks at no deal that it does not show, and adds up without a deal', async () => {
    const native = db.connection.db;
    await native?.createCollection('system.profile', { capped: true, size: 64_000_000 });
    await native?.command({ profile: 2 });
    await readBoard({ db }, { sort: 'oldest', limit: 5 });
    await readBoard({ db }, { reason: 'mailBounced', sort: 'newest', limit: 50 });
    await native?.command({ profile: 0 });
    const asked = await native
      ?.collection('system.profile')
      .find({ ns: /\.(deals|timeline)$/ })
      .toArray();
    expect(asked?.length).toBeGreaterThan(16);
    for (const { command, docsExamined = 0, keysExamined = 0, nreturned, hasSortStage } of asked ?? []) {
      const isSum = command.projection?._id === 0;
      expect({ command, docs: docsExamined <= (isSum || command.pipeline ? 0 : nreturned) }).toEqual({
        command,
        docs: true,
      });
      expect({ command, keys: keysExamined <= nreturned + 60 }).toEqual({ command, keys: true });
      expect(hasSortStage).toBeFalsy();
    }
  });
});
