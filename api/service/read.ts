import type { QueryFilter } from 'mongoose';
import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import type { Stage } from '../../deal/stages.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import type { DealRow } from '../../shared/models/deal-row.ts';
import { Problem } from '../../shared/problems.ts';
import { askedFor } from '../../shared/search/words.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import type { Deps } from '../deps.ts';

/** One deal. Throws the Problem dealNotFound. */
export async function readDeal({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Deal> {
  const record = await db.deals.findById(dealId, { deal: 1 }).lean();
  if (!record) throw new Problem('dealNotFound');
  return record.deal;
}

/** The timeline of a deal, newest first. */
export async function readTimeline({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Entry[]> {
  const written = await db.timeline.find({ dealId }).sort({ seq: -1 }).lean();
  return written.map(each => each.entry);
}

export interface DealQuery {
  stage?: Stage;
  owner?: string;
  stuck?: boolean;
  /** What was typed or pasted: an id, an address, a name or a part of one; see shared/search. */
  q?: string;
  cursor?: string;
  limit?: number;
}

/** A page of deals, newest change first. `nextCursor` is absent on the last page. */
export async function listDeals(
  { db }: Pick<Deps, 'db'>,
  query: DealQuery,
): Promise<{ deals: Deal[]; nextCursor?: string }> {
  const { records, ...more } = await pageOf(db, query, 'deal');
  return { deals: records.map(record => record.deal), ...more };
}

/** The rows of a page of deals, newest change first; all that lists need, and far less to read than the deals. */
export async function listRows(
  { db }: Pick<Deps, 'db'>,
  query: DealQuery,
): Promise<{ rows: DealRow[]; nextCursor?: string }> {
  const { records, ...more } = await pageOf(db, query, 'row');
  return { rows: records.map(({ row }) => row), ...more };
}

/** `part` of the records, beside what their place in the list is made of. */
async function pageOf<Part extends 'deal' | 'row'>(db: Deps['db'], query: DealQuery, part: Part) {
  const limit = query.limit ?? 25;
  const found = await db.deals
    .find(filterOf(query), { [part]: 1, updatedAt: 1 })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Pick<DealRecord, '_id' | 'updatedAt' | Part>[]>();
  const records = found.slice(0, limit);
  const last = found.length > limit && records.at(-1);
  return { records, ...(last && { nextCursor: cursorOf({ at: last.updatedAt, id: last._id }) }) };
}

function filterOf(query: DealQuery): QueryFilter<DealRecord> {
  return {
    ...(query.stage && { stage: query.stage }),
    ...(query.owner && { owner: query.owner }),
    ...(query.stuck !== undefined && { stuck: query.stuck }),
    $and: [query.q ? searchedFor(query.q) : {}, query.cursor ? after(query.cursor) : {}],
  };
}

/** Words have letters and digits alone, so they stand in a pattern as they are. */
function searchedFor(q: string): QueryFilter<DealRecord> {
  const { every, any } = askedFor(q);
  if (every.length === 0) return { words: { $in: [] } };
  const all = { $and: every.map(word => ({ words: new RegExp(`^${word}`) })) };
  return any.length === 0 ? all : { $or: [all, { words: { $in: any } }] };
}

function after(cursor: string): QueryFilter<DealRecord> {
  const { at, id } = placeOf(cursor);
  return { $or: [{ updatedAt: { $lt: at } }, { updatedAt: at, _id: { $lt: id } }] };
}
