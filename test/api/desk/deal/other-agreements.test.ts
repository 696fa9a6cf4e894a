import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { otherAgreements } from '../../../../api/desk/deal/facts/other-agreements.ts';
import type { Deal } from '../../../../deal/deal.ts';
import type { Database } from '../../../../shared/models/database.ts';
import { recordOf } from '../../../../shared/models/deal-record.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';
import { agreement, given, offered } from '../../../support/story.ts';

let db: Database;
beforeAll(async () => {
  db = await openEmptyDatabase();
});
afterAll(async () => {
  await giveBack(db);
});

it('finds the newest open deals of the same AWS account that have an agreement, and no others', async () => {
  const accepted = given(offered(), ['aws', agreement]);
  const closed = { stage: 'ended', reason: 'over', at: accepted.updatedAt } as const;
  const moment = (minute: number) => `2027-02-01T00:0${minute}:00.000Z`;
  const deals: Deal[] = [
    { ...accepted, dealId: 'older', updatedAt: moment(1) },
    { ...accepted, dealId: 'newer', updatedAt: moment(2) },
    { ...accepted, dealId: 'over', updatedAt: moment(3), closed },
    { ...offered(), dealId: 'offered', updatedAt: moment(4) },
  ];
  await db.deals.create(deals.map(recordOf));
  const idsFor = async (deal: Deal) => (await otherAgreements(db, deal)).map(({ dealId }) => dealId);
  expect(await idsFor({ ...offered(), dealId: 'offered' })).toEqual(['newer', 'older']);
  expect(await idsFor({ ...accepted, dealId: 'newer' })).toEqual([]);
});
