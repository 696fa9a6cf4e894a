import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findArrivals, findPurchases, pageSize } from '../../../../api/desk/events/list/find-list.ts';
import type { List } from '../../../../api/desk/events/list/view.ts';
import { countMatching, countUnmatched, stillMatched } from '../../../../api/desk/events/unmatched.ts';
import { system } from '../../../../deal/people.ts';
import type { Database } from '../../../../shared/models/database.ts';
import type { MarketplaceEvent } from '../../../../shared/models/marketplace-event.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';

let db: Database;
beforeAll(async () => {
  db = await openEmptyDatabase();
});
beforeEach(async () => {
  await db.events.deleteMany({});
  await db.registrations.deleteMany({});
});
afterAll(async () => {
  await giveBack(db);
});

const minute = (count: number) => new Date(Date.parse('2025-02-01T00:00:00.000Z') + count * 60_000);
const now = minute(10_000).toISOString();

const marks: Record<List, (at: number) => Partial<MarketplaceEvent>> = {
  unmatched: () => ({ state: 'waiting' }),
  otherListings: () => ({ state: 'otherListing', product: 'prod-image' }),
  dismissed: at => ({
    state: 'ignored',
    handled: { by: system, at: minute(at).toISOString(), reason: 'a test' },
  }),
};

/** One of the two things that AWS says of each purchase. */
function event(list: List, { id, of, at }: { id: string; of: string; at: number }): MarketplaceEvent {
  const notice = {
    type: 'agreementEvent',
    agreementId: of,
    awsAccountId: '111122223333',
    status: 'ACTIVE',
    learntFrom: 'event',
  } as const;
  const moments = { occurredAt: minute(at), receivedAt: minute(at) };
  return {
    _id: id,
    detailType: 'Purchase Agreement Created - Proposer',
    keys: [of],
    notice,
    state: 'waiting',
    ...moments,
    ...marks[list](at),
    raw: {},
  };
}

/** Every page of a list, by its cursors. */
async function pages(read: (cursor?: string) => Promise<{ found: object[]; nextCursor?: string }>) {
  const all: object[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(page.found);
    cursor = page.nextCursor;
  } while (cursor && all.length < 100);
  return all;
}

describe.each(['unmatched', 'otherListings', 'dismissed'] as const)('the list %s', list => {
  it('shows every purchase once, newest first, over as many pages as it takes', async () => {
    const count = 4 * pageSize + 3;
    const all = Array.from({ length: count }, (_, at) => [
      event(list, { id: `first-${at}`, of: `agmt-${at}`, at: Math.floor(at / 3) }),
      event(list, { id: `second-${at}`, of: `agmt-${at}`, at: Math.floor(at / 3) }),
    ]).flat();
    await db.events.insertMany(all);
    const found = await pages(cursor => findPurchases(db, { list, now, cursor }));
    expect(found.map(page => page.length)).toEqual([...Array(4).fill(pageSize), 3]);
    const ids = found.flat().map(each => (each as { agreementId: string }).agreementId);
    expect(new Set(ids).size).toBe(count);
    expect(ids[0]).toBe(`agmt-${count - 1}`);
    const first = found[0]?.[0] as { events: MarketplaceEvent[] };
    expect(first.events).toHaveLength(2);
  });
});

it.each(['unmatched', 'dismissed'] as const)('shows every arrival of %s once', async list => {
  const count = 2 * pageSize + 1;
  const moment = (at: number) => new Date(Date.parse(now) - (at + 10) * 60_000);
  await db.registrations.create(
    Array.from({ length: count }, (_, at) => ({
      _id: `registration-${at}`,
      setupSessionId: randomUUID(),
      awsAccountId: '111122223333',
      productCode: 'code',
      tokenHash: randomUUID(),
      at: moment(at),
      ...(list === 'dismissed' && {
        dismissed: { by: system, at: moment(at).toISOString(), reason: 'a test' },
      }),
    })),
  );
  const found = await pages(cursor => findArrivals(db, { list, now, cursor }));
  const ids = found.flat().map(each => (each as { _id: string })._id);
  expect(ids).toEqual(Array.from({ length: count }, (_, at) => `registration-${at}`));
});

it('offers first what was dismissed last, however long ago AWS had told of it', async () => {
  const old = { ...event('dismissed', { id: 'old', of: 'agmt-old', at: 0 }), ...marks.dismissed(500) };
  await db.events.create([old, event('dismissed', { id: 'new', of: 'agmt-new', at: 300 })]);
  const { found } = await findPurchases(db, { list: 'dismissed', now });
  expect(found.map(({ agreementId }) => agreementId)).toEqual(['agmt-old', 'agmt-new']);
});

it('is left to the deals for a minute, and belongs to a person from then on', async () => {
  const received = (secondsAgo: number) => ({ receivedAt: new Date(Date.now() - secondsAgo * 1000) });
  const fresh = { ...event('unmatched', { id: 'fresh', of: 'agmt-fresh', at: 0 }), ...received(5) };
  const old = { ...event('unmatched', { id: 'old', of: 'agmt-old', at: 0 }), ...received(61) };
  await db.events.create([fresh, old]);
  expect([await countMatching(db, now), await countUnmatched(db, now)]).toEqual([1, 1]);
  const seconds = (await stillMatched(db, 'agmt-fresh')) ?? 0;
  expect(seconds > 0 && seconds <= 55).toBe(true);
  expect(await stillMatched(db, 'agmt-old')).toBeUndefined();
});
