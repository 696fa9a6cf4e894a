import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findDismissed, mostShown } from '../../../../api/desk/events/unmatched.ts';
import { system } from '../../../../deal/people.ts';
import { type Database, openDatabase } from '../../../../shared/models/database.ts';
import type { MarketplaceEvent } from '../../../../shared/models/marketplace-event.ts';
import { ownDatabase } from '../../../shared/accounts/support.ts';

let db: Database;
beforeAll(async () => {
  db = await openDatabase(ownDatabase(`dismissed-${randomUUID().slice(0, 8)}`));
});
afterAll(async () => {
  await db?.connection.dropDatabase();
  await db?.close();
});

const minute = (count: number) => new Date(Date.parse('2027-02-01T00:00:00.000Z') + count * 60_000);

function dismissed({ id, received, at }: { id: string; received: number; at: number }): MarketplaceEvent {
  return {
    _id: id,
    detailType: 'Purchase Agreement Created - Proposer',
    keys: [],
    state: 'ignored',
    handled: { by: system, at: minute(at).toISOString(), reason: 'a purchase of a test' },
    occurredAt: minute(received),
    receivedAt: minute(received),
    raw: {},
  };
}

it('offers first what was dismissed last, however long ago AWS had told of it', async () => {
  const others = Array.from({ length: mostShown }, (_, count) =>
    dismissed({ id: `other-${count}`, received: 100 + count, at: 300 + count }),
  );
  await db.events.create([...others, dismissed({ id: 'long ago', received: 0, at: 500 })]);
  const { purchases } = await findDismissed(db);
  expect(purchases.map(({ agreementId }) => agreementId).slice(0, 2)).toEqual([
    'long ago',
    `other-${mostShown - 1}`,
  ]);
});
