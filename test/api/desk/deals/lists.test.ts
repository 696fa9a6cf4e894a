import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRows } from '../../../../api/service/list/find.ts';
import type { DealQuery } from '../../../../api/service/list/query.ts';
import { sumsOf } from '../../../../api/service/list/sums.ts';
import { keysOf } from '../../../../deal/keys-of.ts';
import { closedStages, openStages } from '../../../../deal/stages.ts';
import type { Database } from '../../../../shared/models/database.ts';
import { listSorts } from '../../../../shared/models/deal-list.ts';
import { type DealRecord, recordOf } from '../../../../shared/models/deal-record.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';
import { samples } from '../sample-deals.ts';

const stories = Object.values(samples);
const owners = ['sato@vendor.example', 'mori@vendor.example', undefined];

/** Deals of every kind, of several people, in both languages. */
const records: DealRecord[] = Array.from({ length: 3000 }, (_, index) => {
  const { deal } = stories[index % stories.length] ?? { deal: undefined };
  if (!deal) throw new Error('no sample');
  const { owner: _owner, ...rest } = deal;
  const owner = owners[Math.floor(index / stories.length) % owners.length];
  const language = index % 7 === 0 ? ('ja' as const) : ('en' as const);
  const at = new Date(Date.parse('2026-11-20T00:00:00Z') + ((index * 7919) % 100_000) * 1000).toISOString();
  return recordOf({
    ...rest,
    dealId: `list${index}`,
    updatedAt: at,
    stageSince: at,
    inquiry: { ...deal.inquiry, contact: { ...deal.inquiry.contact, language } },
    ...(owner && { owner }),
  });
});

const narrowings: { name: string; query: DealQuery; has: (record: DealRecord) => boolean }[] = [
  { name: 'open', query: { stages: openStages }, has: ({ row }) => isOpen(row.stage) },
  { name: 'closed', query: { stages: closedStages }, has: ({ row }) => !isOpen(row.stage) },
  { name: 'one stage', query: { stages: ['offered'] }, has: ({ row }) => row.stage === 'offered' },
  {
    name: 'an owner',
    query: { owner: 'mori@vendor.example' },
    has: ({ owner }) => owner === 'mori@vendor.example',
  },
  { name: 'nobody', query: { owner: null }, has: ({ owner }) => owner === undefined },
  { name: 'stuck', query: { stuck: true }, has: ({ stuck }) => stuck },
  { name: 'a language', query: { language: 'ja' }, has: ({ list }) => list.language === 'ja' },
  {
    name: 'requests of one owner’s buyers',
    query: { attention: 'answerRequest', owner: 'sato@vendor.example', stages: openStages },
    has: ({ owner, row }) =>
      owner === 'sato@vendor.example' && row.needs.some(({ kind }) => kind === 'answerRequest'),
  },
  {
    name: 'what ends in December',
    query: { endsFrom: '2026-12-01', endsTo: '2026-12-31', stages: openStages },
    has: ({ row }) => isOpen(row.stage) && (row.ends ?? '').startsWith('2026-12'),
  },
];
const isOpen = (stage: string) => openStages.some(each => each === stage);
const cases = narrowings.flatMap(({ name, ...rest }) =>
  keysOf(listSorts).map(sort => [name, sort, rest] as const),
);

describe('a list of deals', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
    await db.connection.collection<DealRecord>(db.deals.collection.name).insertMany(records);
  });
  afterAll(async () => {
    await giveBack(db);
  });

  const idsOf = (page: { rows: { dealId: string }[] }) => page.rows.map(({ dealId }) => dealId);

  it.each(cases)(
    'of %s by %s has each of its deals once, in its order',
    async (_name, sort, { query, has }) => {
      const order = query.endsFrom ? 'ends' : sort;
      const expected = records
        .filter(has)
        .toSorted((a, b) => listSorts[order] * (a.list[order] < b.list[order] ? -1 : 1))
        .map(({ _id }) => _id);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listRows({ db }, { ...query, sort, limit: 100, cursor });
        found.push(...idsOf(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(found).toEqual(expected);
    },
  );

  it('leads back to the page before, and knows the first and the last one', async () => {
    const query = { sort: 'ends', limit: 10 } as const;
    const first = await listRows({ db }, query);
    const second = await listRows({ db }, { ...query, cursor: first.nextCursor ?? '' });
    const third = await listRows({ db }, { ...query, cursor: second.nextCursor ?? '' });
    const back = await listRows({ db }, { ...query, cursor: third.previousCursor ?? '' });
    expect(idsOf(back)).toEqual(idsOf(second));
    const backAgain = await listRows({ db }, { ...query, cursor: back.previousCursor ?? '' });
    expect(idsOf(backAgain)).toEqual(idsOf(first));
    expect([first.previousCursor, backAgain.previousCursor]).toEqual([undefined, undefined]);
  });

  it('does not take a place in another order', async () => {
    const { nextCursor = '' } = await listRows({ db }, { limit: 5 });
    await expect(listRows({ db }, { sort: 'worth', cursor: nextCursor })).rejects.toThrow(/foreignCursor/);
  });

  it('adds up what it has, and leaves a list that is too long', async () => {
    const stuck = records.filter(each => each.stuck);
    const sums = await sumsOf({ db }, { stuck: true });
    expect(sums).toMatchObject({ count: stuck.length, isWhole: true });
    const cents = stuck.reduce((sum, { row }) => sum + Math.round(Number(row.total?.amount ?? 0) * 100), 0);
    expect(Number(sums.totals[0]?.amount)).toBe(cents / 100);
    expect(await sumsOf({ db }, {}, 500)).toEqual({ count: 500, isWhole: false, totals: [] });
  });

  it('examines about what it returns, whatever it is narrowed to and sorted by; its sums read no deal', async () => {
    const native = db.connection.db;
    // MongoDB's own has room for a few of such commands.
    await native?.createCollection('system.profile', { capped: true, size: 64_000_000 });
    await native?.command({ profile: 2 });
    for (const [, sort, { query }] of cases) {
      const { nextCursor } = await listRows({ db }, { ...query, sort });
      if (nextCursor) await listRows({ db }, { ...query, sort, cursor: nextCursor });
      await sumsOf({ db }, query, 100);
    }
    await native?.command({ profile: 0 });
    const plansOf = async (kind: object) =>
      (await native
        ?.collection('system.profile')
        .find({ ...kind, ns: /\.deals$/ })
        .toArray()) ?? [];
    const lists = await plansOf({ op: 'query' });
    const sums = await plansOf({ 'command.aggregate': { $exists: true } });
    expect([lists.length >= cases.length, sums.length]).toEqual([true, cases.length]);
    // Each of 14 stages in 2 languages is a range, of which one key more than what is shown is looked at.
    const ranges = 2 * 14 * 2;
    for (const { command, docsExamined, keysExamined, nreturned, hasSortStage } of lists) {
      expect({ command, docs: docsExamined <= nreturned }).toEqual({ command, docs: true });
      expect({ command, keys: keysExamined <= nreturned + ranges }).toEqual({ command, keys: true });
      expect(hasSortStage).toBeFalsy();
    }
    for (const { command, docsExamined, keysExamined } of sums)
      expect({ command, docsExamined, keys: keysExamined <= 101 + ranges }).toEqual({
        command,
        docsExamined: 0,
        keys: true,
      });
  });
});
