import type { Terms } from '../../../deal/terms/terms.ts';
import type { Deps } from '../../deps.ts';

/** What the buyer can tick, in the order in which it goes wrong most often. */
export const checks = ['account', 'permissions', 'privateMarketplace'] as const;
export type Check = (typeof checks)[number];

type Needs = Pick<Deps, 'db'>;

/** What a tick stands for: an offer to other accounts is to be checked anew. */
const tickOf = (check: Check, { buyerAwsAccountIds }: Terms) =>
  check === 'account' ? `account:${buyerAwsAccountIds.toSorted().join(',')}` : check;

/** What is ticked of the list for these terms. */
export async function readTicks({ db }: Needs, dealId: string, terms: Terms): Promise<Check[]> {
  const found = await db.preflights.findById(dealId).lean();
  return checks.filter(check => found?.ticked.includes(tickOf(check, terms)));
}

/** Ticks or unticks; the same twice is once, and two people at it do not undo each other. */
export async function tick(
  { db }: Needs,
  { dealId, terms, check, done }: { dealId: string; terms: Terms; check: Check; done: boolean },
): Promise<void> {
  const ticked = tickOf(check, terms);
  await db.preflights.updateOne(
    { _id: dealId },
    {
      ...(done ? { $addToSet: { ticked } } : { $pull: { ticked } }),
      $set: { touchedAt: new Date() },
    },
    { upsert: true },
  );
}
