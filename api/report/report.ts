import type { Database } from '../../shared/models/database.ts';
import { type EndingSoon, findAhead, type MonthAhead } from './ahead.ts';
import { findCounts, type Group, type Grouping } from './groups.ts';
import {
  type Ending,
  type FunnelStep,
  findEndings,
  findReasons,
  findSpans,
  funnelOf,
  type Reason,
  type StageTime,
  stageTimesOf,
} from './numbers.ts';
import type { ReportQuery } from './period.ts';

/** How deals go, in numbers. */
export interface Report {
  query: ReportQuery;
  funnel: FunnelStep[];
  stageTimes: StageTime[];
  endings: Ending[];
  reasons: Reason[];
  groups: Record<Grouping, Group[]>;
  ahead: { months: MonthAhead[]; soon: EndingSoon[] };
}

/** Counts the deals of a report in MongoDB; `now` is ISO business time. */
export async function readReport(db: Database, query: ReportQuery, now: string): Promise<Report> {
  const [{ groups, reached }, spans, endings, reasons, ahead] = await Promise.all([
    findCounts(db, query),
    findSpans(db, query),
    findEndings(db, query),
    findReasons(db, query),
    findAhead(db, query, now),
  ]);
  const [funnel, stageTimes] = [funnelOf(reached, spans), stageTimesOf(spans)];
  return { query, funnel, stageTimes, endings, reasons, groups, ahead };
}
