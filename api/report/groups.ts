import type { Amount, Currency } from '../../deal/terms/money.ts';
import type { Database } from '../../shared/models/database.ts';
import { type Milestone, milestones } from '../../shared/models/deal-figures.ts';
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

const counted = ['opened', ...milestones, 'lost'] as const;
type Counts = Record<(typeof counted)[number], number>;

interface Found extends Counts {
  _id: { key: string | null; currency?: Currency };
  amount: string;
}

/** The deals of a report by what they have in common, every month, also without a deal; and how many inquiries came to each step. */
export interface Counted {
  groups: Record<Grouping, Group[]>;
  reached: Partial<Record<Milestone, number>>;
}

/** Counts the deals of a report in all ways at once: each deal is read once, and what is alike is added up from there. */
export async function findCounts(db: Database, query: ReportQuery): Promise<Counted> {
  const [found] = await db.deals.aggregate<Record<Grouping, Found[]> & { reached: [Counts?] }>([
    { $match: openedIn(query) },
    { $group: { _id: cellOf(query), ...countsOf() } },
    { $facet: facets },
  ]);
  const groupsBy = (by: Grouping) => groupsOf(found?.[by] ?? [], { by, query });
  return {
    groups: {
      month: groupsBy('month'),
      owner: groupsBy('owner'),
      product: groupsBy('product'),
      language: groupsBy('language'),
    },
    reached: found?.reached[0] ?? {},
  };
}

/** All that tells deals apart. */
function cellOf({ timeZone: timezone }: ReportQuery) {
  return {
    month: { $dateToString: { date: '$figures.openedAt', format: '%Y-%m', timezone } },
    owner: '$owner',
    product: '$figures.product',
    language: '$figures.language',
    currency: '$figures.won.currency',
    began: '$figures.began',
  };
}

function countsOf() {
  const countOf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const isThere = (path: string) => ({ $gt: [`$figures.${path}`, null] });
  return {
    opened: { $sum: 1 },
    ...Object.fromEntries(milestones.map(name => [name, countOf(isThere(`reached.${name}`))])),
    lost: countOf({ $and: [isThere('end'), { $not: [isThere('reached.accepted')] }] }),
    // Decimals, so that no cent is lost.
    amount: { $sum: { $toDecimal: '$figures.won.amount' } },
  };
}

const sums = Object.fromEntries(counted.map(name => [name, { $sum: `$${name}` }]));
const addedUpBy = (by: Grouping) => [
  {
    $group: {
      _id: { key: { $ifNull: [`$_id.${by}`, null] }, currency: '$_id.currency' },
      ...sums,
      amount: { $sum: '$amount' },
    },
  },
  { $set: { amount: { $toString: '$amount' } } },
];
const facets = {
  month: addedUpBy('month'),
  owner: addedUpBy('owner'),
  product: addedUpBy('product'),
  language: addedUpBy('language'),
  // A purchase out of nothing has no way to it.
  reached: [{ $match: { '_id.began': 'inquiry' } }, { $group: { _id: null, ...sums } }],
};

function groupsOf(found: Found[], { by, query }: { by: Grouping; query: ReportQuery }): Group[] {
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

function together(key: string, found: Found[]): Group {
  const sum = (name: keyof Counts) => found.reduce((total, each) => total + each[name], 0);
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
