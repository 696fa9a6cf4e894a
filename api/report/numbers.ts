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

type Spans = Partial<Record<Milestone | `${OpenStage} stay`, Span>>;
/** Of how many deals, and what half of them, and nine in ten, are not longer than; in milliseconds. */
interface Span {
  count: number;
  median: number;
  most: number;
}

/** How many deals came to each step, as they were counted, and how long it took them. */
export function funnelOf(reached: Partial<Record<Milestone, number>>, spans: Spans): FunnelStep[] {
  return milestones.map(milestone => {
    const took = spans[milestone];
    return { milestone, count: reached[milestone] ?? 0, ...(took && { median: took.median }) };
  });
}

/** How long deals stayed in each stage that they have left. */
export function stageTimesOf(spans: Spans): StageTime[] {
  return openStages.flatMap(stage => {
    const stay = spans[`${stage} stay`];
    return stay ? [{ stage, ...stay }] : [];
  });
}

/** As many fit one answer of MongoDB; who has more deals in three years has their first ones not in these times. */
const mostSpans = 50_000;

/** How long deals took from each milestone to the next, and in each stage, as far as any did. */
export async function findSpans({ deals }: Database, query: ReportQuery): Promise<Spans> {
  const pushes = Object.fromEntries([
    ...milestones.map(name => [name, { $push: `$figures.waited.${name}` }] as const),
    ...openStages.map(stage => [`${stage} stay`, { $push: `$figures.spent.${stage}` }] as const),
  ]);
  const [found] = await deals.aggregate<Record<string, number[]>>([
    { $match: inquired(query) },
    { $sort: { 'figures.openedAt': -1 } },
    { $limit: mostSpans },
    { $group: { _id: null, ...pushes } },
    { $unset: '_id' },
  ]);
  const some = Object.entries(found ?? {}).filter(([, spans]) => spans.length > 0);
  return Object.fromEntries(some.map(([name, spans]) => [name, spanOf(spans)]));
}

// MongoDB sorts an array ten times slower.
function spanOf(spans: number[]): Span {
  const sorted = Float64Array.from(spans).sort();
  const atMost = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { count: sorted.length, median: atMost(0.5), most: atMost(0.9) };
}

const lost = (query: ReportQuery): QueryFilter<DealRecord> => ({
  ...inquired(query),
  'figures.end.at': { $exists: true },
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
