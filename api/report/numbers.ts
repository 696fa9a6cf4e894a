import type { QueryFilter } from 'mongoose';
import type { ClosedStage } from '../../deal/stages.ts';
import { openStages } from '../../deal/stages.ts';
import type { Database } from '../../shared/models/database.ts';
import { type Milestone, milestones, type OpenStage } from '../../shared/models/deal-figures.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import { beginOf, monthsAfter, type ReportQuery } from './period.ts';

/** How many deals came to a step of the way, and how long half of them took for it at most. */
export interface FunnelStep {
  milestone: Milestone;
  count: number;
  /** Milliseconds from the step before; absent for the first, and where nobody came. */
  median?: number;
}

/** How long deals stayed in a stage, in milliseconds: half of them, and nine in ten, at most so long. */
export interface StageTime {
  stage: OpenStage;
  count: number;
  median: number;
  most: number;
}

/** Deals that ended before anything was sold: in which stage, and how. */
export interface Ending {
  from: OpenStage;
  stage: ClosedStage;
  count: number;
}

/** A deal that came to nothing, in the words of whoever closed it. */
export interface Reason {
  dealId: string;
  company: string;
  from: OpenStage;
  stage: ClosedStage;
  reason: string;
  at: Date;
}

/** The deals opened in the months of a report. */
export function openedIn({ from, until, timeZone, ...narrowed }: ReportQuery): QueryFilter<DealRecord> {
  const months = { $gte: beginOf(from, timeZone), $lt: beginOf(monthsAfter(until, 1), timeZone) };
  return { 'figures.openedAt': months, ...narrowedTo(narrowed) };
}

/** The deals of an owner, about a product, of buyers with a language. */
export function narrowedTo({
  owner,
  product,
  language,
}: Pick<ReportQuery, 'owner' | 'product' | 'language'>): QueryFilter<DealRecord> {
  return {
    ...(owner && { owner }),
    ...(product && { 'figures.product': product }),
    ...(language && { 'figures.language': language }),
  };
}

/** Of deals that began with an inquiry; a purchase out of nothing has no way to it. */
const inquired = (query: ReportQuery): QueryFilter<DealRecord> => ({
  ...openedIn(query),
  'figures.began': 'inquiry',
});

type Counts = Record<Milestone, number>;

/** How many deals came to each step, and how long it took them. */
export async function findFunnel({ deals }: Database, query: ReportQuery): Promise<FunnelStep[]> {
  const counts = milestones.map(name => [name, { $sum: { $cond: [reached(name), 1, 0] } }] as const);
  const waits = milestones.slice(1).map((name, index) => [name, waitFrom(index)] as const);
  const [found, spans] = await Promise.all([
    deals.aggregate<Partial<Counts>>([
      { $match: inquired(query) },
      { $group: { _id: null, ...Object.fromEntries(counts) } },
    ]),
    findSpans(deals, inquired(query), Object.fromEntries(waits)),
  ]);
  return milestones.map(milestone => {
    const took = spans[milestone] ?? [];
    const count = found[0]?.[milestone] ?? 0;
    return { milestone, count, ...(took.length > 0 && { median: atMost(took, 0.5) }) };
  });
}

const reached = (name: Milestone) => ({ $gt: [`$figures.reached.${name}`, null] });

/** From one milestone to the next, in milliseconds. */
function waitFrom(before: number) {
  const [from, to] = milestones.slice(before, before + 2);
  return { $subtract: [`$figures.reached.${to}`, `$figures.reached.${from}`] };
}

/** How long deals stayed in each stage that they have left. */
export async function findStageTimes({ deals }: Database, query: ReportQuery): Promise<StageTime[]> {
  const stays = Object.fromEntries(openStages.map(stage => [stage, `$figures.spent.${stage}`]));
  const spans = await findSpans(deals, inquired(query), stays);
  return openStages.flatMap(stage => {
    const took = spans[stage] ?? [];
    const times = { median: atMost(took, 0.5), most: atMost(took, 0.9) };
    return took.length > 0 ? [{ stage, count: took.length, ...times }] : [];
  });
}

/** As many fit one answer of MongoDB; who has more deals in three years has their first ones not in these times. */
const mostSpans = 100_000;

/** The milliseconds that each expression has for each deal, shortest first; whole seconds, as far as it has any. */
async function findSpans(
  deals: Database['deals'],
  filter: QueryFilter<DealRecord>,
  expressions: Record<string, unknown>,
): Promise<Record<string, number[]>> {
  const pushes = Object.entries(expressions).map(([name, span]) => {
    const seconds = { $toInt: { $divide: [span, 1000] } };
    return [name, { $push: { $cond: [{ $isNumber: span }, seconds, '$$REMOVE'] } }] as const;
  });
  const [found] = await deals.aggregate<Record<string, number[] | undefined>>([
    { $match: filter },
    { $sort: { 'figures.openedAt': -1 } },
    { $limit: mostSpans },
    { $group: { _id: null, ...Object.fromEntries(pushes) } },
  ]);
  return Object.fromEntries(
    Object.keys(expressions).map(name => {
      const seconds = found?.[name] ?? [];
      return [name, seconds.toSorted((a, b) => a - b).map(each => each * 1000)];
    }),
  );
}

/** What a share of the spans, sorted, is not longer than. */
const atMost = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

const lost = (query: ReportQuery): QueryFilter<DealRecord> => ({
  ...inquired(query),
  'figures.end': { $exists: true },
  'figures.reached.accepted': { $exists: false },
});

/** Where deals come to nothing: in which stage and how, most of them first. */
export async function findEndings({ deals }: Database, query: ReportQuery): Promise<Ending[]> {
  const groups = await deals.aggregate<{ _id: Omit<Ending, 'count'>; count: number }>([
    { $match: lost(query) },
    { $group: { _id: { from: '$figures.end.from', stage: '$figures.end.stage' }, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return groups.map(({ _id, count }) => ({ ..._id, count }));
}

const mostReasons = 20;

/** Why: the newest reasons. */
export async function findReasons({ deals }: Database, query: ReportQuery): Promise<Reason[]> {
  const found = await deals
    .find(lost(query), { company: 1, 'figures.end': 1 })
    .sort({ 'figures.end.at': -1, _id: 1 })
    .limit(mostReasons)
    .lean<Pick<DealRecord, '_id' | 'company' | 'figures'>[]>();
  return found.flatMap(({ _id, company, figures: { end } }) =>
    end ? [{ dealId: _id, company, ...end }] : [],
  );
}
