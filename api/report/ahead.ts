import type { QueryFilter } from 'mongoose';
import type { Database } from '../../shared/models/database.ts';
import type { DealFigures } from '../../shared/models/deal-figures.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import type { Sum } from './groups.ts';
import { narrowedTo } from './numbers.ts';
import { beginOf, monthOf, monthsAfter, monthsBetween, type ReportQuery } from './period.ts';

/** What ends by itself in a month: offers that nobody has accepted, and terms of agreements. */
export interface MonthAhead {
  month: string;
  offers: number;
  terms: number;
  /** As many of the terms are renewed by AWS. */
  renewing: number;
  sums: Sum[];
}

/** A deal of which something ends soon. */
export interface EndingSoon extends NonNullable<DealFigures['ahead']> {
  dealId: string;
  company: string;
  sum?: Sum;
}

const monthsShown = 12;
const mostSoon = 10;

interface Found {
  _id: { month: string; currency?: Sum['currency'] };
  offers: number;
  terms: number;
  renewing: number;
  amount: string;
}

/** The year ahead by month, whenever its deals were opened, and what ends first. */
export async function findAhead(
  db: Database,
  query: ReportQuery,
  now: string,
): Promise<{ months: MonthAhead[]; soon: EndingSoon[] }> {
  const first = monthOf(now, query.timeZone);
  const until = beginOf(monthsAfter(first, monthsShown), query.timeZone);
  const filter = { 'figures.ahead.at': { $gte: new Date(now), $lt: until }, ...narrowedTo(query) };
  const [found, soon] = await Promise.all([sumsOf(db, query, filter), findSoon(db, filter)]);
  const months = monthsBetween(first, monthsAfter(first, monthsShown - 1));
  return { months: months.map(month => together(month, found)), soon };
}

function sumsOf({ deals }: Database, { timeZone: timezone }: ReportQuery, filter: QueryFilter<DealRecord>) {
  const countOf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  return deals.aggregate<Found>([
    { $match: filter },
    {
      $group: {
        _id: {
          month: { $dateToString: { date: '$figures.ahead.at', format: '%Y-%m', timezone } },
          currency: { $ifNull: ['$figures.won.currency', '$row.total.currency'] },
        },
        offers: countOf({ $eq: ['$figures.ahead.what', 'offer'] }),
        terms: countOf({ $eq: ['$figures.ahead.what', 'term'] }),
        renewing: countOf({ $eq: ['$figures.ahead.renews', true] }),
        amount: { $sum: { $toDecimal: { $ifNull: ['$figures.won.amount', '$row.total.amount'] } } },
      },
    },
    { $set: { amount: { $toString: '$amount' } } },
  ]);
}

function together(month: string, found: Found[]): MonthAhead {
  const own = found.filter(({ _id }) => _id.month === month);
  const sum = (name: 'offers' | 'terms' | 'renewing') => own.reduce((total, each) => total + each[name], 0);
  return {
    month,
    offers: sum('offers'),
    terms: sum('terms'),
    renewing: sum('renewing'),
    sums: own.flatMap(({ _id: { currency }, amount }) => (currency ? [{ currency, amount }] : [])),
  };
}

async function findSoon({ deals }: Database, filter: QueryFilter<DealRecord>): Promise<EndingSoon[]> {
  const found = await deals
    .find(filter, { company: 1, figures: 1, 'row.total': 1 })
    .sort({ 'figures.ahead.at': 1, _id: 1 })
    .limit(mostSoon)
    .lean<Pick<DealRecord, '_id' | 'company' | 'figures' | 'row'>[]>();
  return found.flatMap(({ _id, company, figures: { ahead, won }, row }) => {
    const sum = won ?? row.total;
    return ahead ? [{ dealId: _id, company, ...ahead, ...(sum && { sum }) }] : [];
  });
}
