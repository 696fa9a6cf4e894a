import type { Database } from '../../shared/models/database.ts';
import type { ReportQuery } from './period.ts';
import { type Report, readReport } from './report.ts';

const keptMs = 10_000;

interface Kept {
  report: Promise<Report>;
  until: number;
}

const keptOf = new WeakMap<Database, Map<string, Kept>>();

/**
 * The report as it is, or was ten seconds ago at the most: however many look at the same one, and however often, its deals
 * are counted once in that time. `now` is ISO business time.
 */
export function keptReport(db: Database, query: ReportQuery, now: string): Promise<Report> {
  const all = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, all);
  const moment = Date.parse(now);
  for (const [key, { until }] of all) if (until <= moment) all.delete(key);
  const key = JSON.stringify(query);
  const known = all.get(key);
  if (known) return known.report;
  const report = readReport(db, query, now);
  all.set(key, { report, until: moment + keptMs });
  report.catch(() => all.delete(key));
  return report;
}
