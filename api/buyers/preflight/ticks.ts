import type { Deal } from '../../../deal/deal.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import type { Deps } from '../../deps.ts';

/** What the buyer can tick, in the order in which it goes wrong most often. */
export const checks = ['account', 'permissions', 'privateMarketplace'] as const;
export type Check = (typeof checks)[number];

/** What is ticked, by whose link, and when by business time. */
export interface Ticked {
  check: Check;
  by: string;
  at: string;
}

/** What a tick stands for: an offer to other accounts is to be checked anew. */
const tickOf = (check: Check, { buyerAwsAccountIds }: Terms) =>
  check === 'account' ? `account:${buyerAwsAccountIds.toSorted().join(',')}` : check;

/** What is ticked of the list for these terms. */
export async function readTicked(
  { db }: Pick<Deps, 'db'>,
  { dealId, terms }: { dealId: string; terms: Terms },
): Promise<Ticked[]> {
  const found = await db.preflights.findById(dealId).lean();
  return checks.flatMap(check => {
    const tick = found?.ticked[tickOf(check, terms)];
    return tick ? [{ check, ...tick }] : [];
  });
}

interface Tick {
  deal: Pick<Deal, 'dealId'>;
  terms: Terms;
  check: Check;
  /** Whose link the page was opened by. */
  by: string;
  done: boolean;
}

/** Ticks or unticks; two people at different ones do not undo each other, and of one the last counts. */
export async function tick(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { deal: { dealId }, terms, check, by, done }: Tick,
): Promise<void> {
  const field = `ticked.${tickOf(check, terms)}`;
  const touchedAt = new Date();
  const change = done
    ? { $set: { [field]: { by, at: now() }, touchedAt } }
    : { $unset: { [field]: '' }, $set: { touchedAt } };
  await db.preflights.updateOne({ _id: dealId }, change, { upsert: true });
}
