import { keysOf } from '../../../deal/keys-of.ts';
import { type StuckReason, stuckReasons } from '../../../deal/stuck.ts';
import { worthIn } from '../../../shared/models/deal-list.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import { troubleField, troubleIn, troubleIndexName } from '../../../shared/models/desk/trouble-keys.ts';
import type { Deps } from '../../deps.ts';
import { type ListSums, totalsOf } from '../list/sums.ts';
import type { ClockOrder } from './find.ts';

/** Everything that is stuck for one reason, in numbers. */
export interface StuckGroup extends ListSums {
  reason: StuckReason;
  /** Since when the first of them is stuck, by the clock that was asked for. ISO. */
  since: string;
}

/** As many as are counted and added up. */
export const mostCounted = 1000;

/** The reasons for which anything is stuck, the one with the oldest or the newest before the others. No deal is read. */
export async function stuckGroups({ db }: Pick<Deps, 'db'>, sort: ClockOrder): Promise<StuckGroup[]> {
  const found = await Promise.all(keysOf(stuckReasons).map(reason => groupOf(db, { reason, sort })));
  const groups = found.flatMap(group => group ?? []);
  const direction = sort === 'newest' ? -1 : 1;
  return groups.toSorted((a, b) => direction * (Date.parse(a.since) - Date.parse(b.since)));
}

/** One reason in numbers; nothing where nothing is stuck for it. */
export async function groupOf(
  db: Deps['db'],
  { reason, sort }: { reason: StuckReason; sort: ClockOrder },
): Promise<StuckGroup | undefined> {
  const field = troubleField(reason);
  const found = await db.deals
    .find({ [field]: { $gt: '' } }, { _id: 0, [field]: 1 })
    .sort({ [field]: sort === 'newest' ? -1 : 1 })
    .limit(mostCounted + 1)
    .hint(troubleIndexName)
    .lean<Pick<DealRecord, 'troubles'>[]>();
  const keys = found.flatMap(({ troubles }) => troubles?.[reason] ?? []).map(troubleIn);
  const [first] = keys;
  if (!first) return undefined;
  const isWhole = keys.length <= mostCounted;
  const totals = isWhole ? totalsOf(keys.flatMap(({ worth }) => worthIn(worth) ?? [])) : [];
  return { reason, since: first.since, count: Math.min(keys.length, mostCounted), isWhole, totals };
}
