import type { QueryFilter } from 'mongoose';
import type { Deal } from '../../shared/deal/deal.ts';
import type { Entry } from '../../shared/deal/entries.ts';
import type { Stage } from '../../shared/deal/stages.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import { Problem } from '../../shared/problems.ts';
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
  /** Any id, e-mail, domain or the beginning of a word of the company. */
  q?: string;
  cursor?: string;
  limit?: number;
}

/** A page of deals, newest change first. `nextCursor` is absent on the last page. */
export async function listDeals(
  { db }: Pick<Deps, 'db'>,
  query: DealQuery,
): Promise<{ deals: Deal[]; nextCursor?: string }> {
  const limit = query.limit ?? 25;
  const filter: QueryFilter<DealRecord> = {
    ...(query.stage && { stage: query.stage }),
    ...(query.owner && { owner: query.owner }),
    ...(query.stuck !== undefined && { stuck: query.stuck }),
    ...(query.q && { words: beginningWith(query.q) }),
    ...(query.cursor && after(query.cursor)),
  };
  const records = await db.deals
    .find(filter, { deal: 1, updatedAt: 1 })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean();
  const page = records.slice(0, limit);
  const last = page.at(-1);
  const more = records.length > limit && last;
  return {
    deals: page.map(record => record.deal),
    ...(more && { nextCursor: cursorOf({ at: last.updatedAt, id: last._id }) }),
  };
}

function beginningWith(q: string): RegExp {
  return new RegExp(
    `^${q
      .trim()
      .toLowerCase()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
  );
}

function after(cursor: string): QueryFilter<DealRecord> {
  const { at, id } = placeOf(cursor);
  return { $or: [{ updatedAt: { $lt: at } }, { updatedAt: at, _id: { $lt: id } }] };
}
