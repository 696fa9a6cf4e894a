import type { QueryFilter } from 'mongoose';
import type { Entry } from '../../deal/events.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import type { DeskChange } from '../../shared/models/desk/desk-change.ts';
import type { SecurityEvent } from '../../shared/models/desk/security-event.ts';
import type { Deps } from '../deps.ts';
import { longestRowMs } from '../service/security/note.ts';
import type { AuditRow } from './chain.ts';

export const auditParts = ['timeline', 'security', 'settings'] as const;
export type AuditPart = (typeof auditParts)[number];

/** What an export is of. */
export interface AuditAsked {
  parts: readonly AuditPart[];
  /** Which deals' timelines. */
  deals: QueryFilter<DealRecord>;
  /** ISO; the first is included, the last is not. */
  from: string;
  until: string;
}

type Source = (db: Deps['db'], asked: AuditAsked) => AsyncIterable<AuditRow>;

const sources: Record<AuditPart, Source> = {
  timeline: timelineRows,
  security: securityRows,
  settings: settingsRows,
};

/** Everything that is asked for, read while it is sent: deal by deal, then the rest in the order of time. */
export async function* auditRows(db: Deps['db'], asked: AuditAsked): AsyncGenerator<AuditRow> {
  for (const part of asked.parts) yield* sources[part](db, asked);
}

async function* timelineRows(db: Deps['db'], { deals, from, until }: AuditAsked): AsyncGenerator<AuditRow> {
  const ids = db.deals.find(deals, { _id: 1 }).lean<{ _id: string }[]>().cursor();
  for await (const { _id: dealId } of ids) {
    const lines = db.timeline
      .find({ dealId, 'entry.decidedAt': { $gte: from, $lt: until } }, { entry: 1 })
      .sort({ seq: 1 })
      .lean<{ entry: Entry }[]>()
      .cursor();
    for await (const { entry } of lines) yield rowOfEntry(dealId, entry);
  }
}

const rowOfEntry = (dealId: string, entry: Entry): AuditRow => ({
  at: entry.decidedAt,
  kind: 'timeline',
  deal: dealId,
  who: entry.by.kind === 'staff' || entry.by.kind === 'buyer' ? entry.by.id : entry.by.kind,
  what: entry.event.type,
  outcome: entry.outcome,
  details: entry,
});

async function* securityRows(db: Deps['db'], { from, until }: AuditAsked): AsyncGenerator<AuditRow> {
  // What is counted may have begun before, and be in the file of that time with what it was then.
  const begun = { $gte: new Date(Date.parse(from) - longestRowMs), $lt: new Date(until) };
  const found = db.securityEvents
    .find({ at: begun, lastAt: { $gte: new Date(from) } })
    .sort({ at: 1 })
    .lean<SecurityEvent[]>()
    .cursor();
  for await (const { at: first, what, who, from: place, door, agent, count, lastAt, details } of found)
    yield {
      at: first.toISOString(),
      kind: 'security',
      who,
      what,
      from: place,
      details: { door, agent, count, lastAt, ...details },
    };
}

/** What was changed of people and settings, before and after. */
async function* settingsRows(db: Deps['db'], { from, until }: AuditAsked): AsyncGenerator<AuditRow> {
  const at = { $gte: new Date(from), $lt: new Date(until) };
  const found = db.deskChanges.find({ at }).sort({ at: 1, _id: 1 }).lean<DeskChange[]>().cursor();
  for await (const { _id: number, at: moment, by, what, about, before, after } of found)
    yield {
      at: moment.toISOString(),
      kind: 'settings',
      who: by.id,
      what,
      details: { number, about, before, after },
    };
}
