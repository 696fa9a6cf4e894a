import type { Database } from '../../shared/models/database.ts';
import { type EndingSoon, findAhead, type MonthAhead } from './ahead.ts';
import { findGroups, type Group, type Grouping } from './groups.ts';
import {
  type Ending,
  type FunnelStep,
  findEndings,
  findFunnel,
  findReasons,
  findStageTimes,
  type Reason,
  type StageTime,
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
  const [funnel, stageTimes, endings, reasons, ahead, groups] = await Promise.all([
    findFunnel(db, query),
    findStageTimes(db, query),
    findEndings(db, query),
    findReasons(db, query),
    findAhead(db, query, now),
    allGroups(db, query),
  ]);
  return { query, funnel, stageTimes, endings, reasons, groups, ahead };
}

async function allGroups(db: Database, query: ReportQuery): Promise<Report['groups']> {
  const [month, owner, product, language] = await Promise.all([
    findGroups(db, query, 'month'),
    findGroups(db, query, 'owner'),
    findGroups(db, query, 'product'),
    findGroups(db, query, 'language'),
  ]);
  return { month, owner, product, language };
}
