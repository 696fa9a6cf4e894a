import type { Amount, Currency } from '../../deal/terms/money.ts';
import type { Database } from '../../shared/models/database.ts';
import { openedIn } from './numbers.ts';
import { monthsBetween, type ReportQuery } from './period.ts';

/** What deals can be told apart by. */
export type Grouping = 'month' | 'owner' | 'product' | 'language';

/** Deals that have something in common. */
export interface Group {
  /** The month `YYYY-MM`, the owner's address, AWS's id of the product, or the language; empty for none. */
  key: string;
  opened: number;
  offered: number;
  accepted: number;
  active: number;
  /** Ended before anything was sold. */
  lost: number;
  won: Sum[];
}

export interface Sum {
  currency: Currency;
  amount: Amount;
}

interface Found extends Omit<Group, 'key' | 'won'> {
  _id: { key: string | null; currency?: Currency };
  amount: string;
}

/** The deals of a report by what they have in common; every month, also without a deal. */
export async function findGroups(db: Database, query: ReportQuery, by: Grouping): Promise<Group[]> {
  const found = await db.deals.aggregate<Found>([
    { $match: openedIn(query) },
    { $group: groupBy(keyFor(by, query)) },
    { $set: { amount: { $toString: '$amount' } } },
  ]);
  const present = [...new Set(found.map(({ _id }) => _id.key ?? ''))];
  const keys = by === 'month' ? monthsBetween(query.from, query.until) : present;
  const groups = keys.map(key =>
    together(
      key,
      found.filter(({ _id }) => (_id.key ?? '') === key),
    ),
  );
  return by === 'month'
    ? groups
    : groups.toSorted((a, b) => b.opened - a.opened || a.key.localeCompare(b.key));
}

function keyFor(by: Grouping, { timeZone: timezone }: ReportQuery) {
  if (by === 'month') return { $dateToString: { date: '$figures.openedAt', format: '%Y-%m', timezone } };
  return by === 'owner' ? '$owner' : `$figures.${by}`;
}

function groupBy(key: ReturnType<typeof keyFor>) {
  const countOf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const isThere = (path: string) => ({ $gt: [`$figures.${path}`, null] });
  return {
    _id: { key: { $ifNull: [key, null] }, currency: '$figures.won.currency' },
    opened: { $sum: 1 },
    offered: countOf(isThere('reached.offered')),
    accepted: countOf(isThere('reached.accepted')),
    active: countOf(isThere('reached.active')),
    lost: countOf({ $and: [isThere('end'), { $not: [isThere('reached.accepted')] }] }),
    // Decimals, so that no cent is lost.
    amount: { $sum: { $toDecimal: '$figures.won.amount' } },
  };
}

function together(key: string, found: Found[]): Group {
  const sum = (name: 'opened' | 'offered' | 'accepted' | 'active' | 'lost') =>
    found.reduce((total, each) => total + each[name], 0);
  return {
    key,
    opened: sum('opened'),
    offered: sum('offered'),
    accepted: sum('accepted'),
    active: sum('active'),
    lost: sum('lost'),
    won: found.flatMap(({ _id: { currency }, amount }) => (currency ? [{ currency, amount }] : [])),
  };
}
