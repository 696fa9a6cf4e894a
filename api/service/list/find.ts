import type { Deal } from '../../../deal/deal.ts';
import { type ListKeys, listIndexName, listSorts } from '../../../shared/models/deal-list.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import type { Deps } from '../../deps.ts';
import { familyOf, filterOf } from './filter.ts';
import { cursorOf, placeOf } from './place.ts';
import { type DealQuery, sortOf } from './query.ts';

/** Where a page's neighbours are; each is absent where there is none. */
export interface Neighbours {
  previousCursor?: string;
  nextCursor?: string;
}

/** A page of deals, in the order of the query. Throws the Problem badRequest for a cursor that is none of this list. */
export async function listDeals(
  { db }: Pick<Deps, 'db'>,
  query: DealQuery,
): Promise<{ deals: Deal[] } & Neighbours> {
  const { records, ...more } = await pageOf(db, query, 'deal');
  return { deals: records.map(record => record.deal), ...more };
}

/** The rows of a page of deals; all that lists need, and far less to read than the deals. Throws as `listDeals`. */
export async function listRows(
  { db }: Pick<Deps, 'db'>,
  query: DealQuery,
): Promise<{ rows: DealRow[] } & Neighbours> {
  const { records, ...more } = await pageOf(db, query, 'row');
  return { rows: records.map(({ row }) => row), ...more };
}

type Found<Part extends 'deal' | 'row'> = Pick<DealRecord, '_id' | 'list' | Part>;

/** `part` of the records, beside what their place in the list is made of. */
async function pageOf<Part extends 'deal' | 'row'>(db: Deps['db'], query: DealQuery, part: Part) {
  const sort = sortOf(query);
  const limit = query.limit ?? 25;
  const place = query.cursor ? placeOf(query.cursor, sort) : undefined;
  const isBack = place?.side === 'before';
  const direction = isBack ? -listSorts[sort] : listSorts[sort];
  const asked = db.deals
    .find(filterOf(query, place), { [part]: 1, [`list.${sort}`]: 1 })
    .sort({ [`list.${sort}`]: direction === 1 ? 1 : -1 })
    .limit(limit + 1);
  // A search is read by whatever finds least; every other list by the index that is made for it.
  if (!query.q) asked.hint(listIndexName(familyOf(query), sort));
  const found = await asked.lean<Found<Part>[]>();
  const isMore = found.length > limit;
  const records = isBack ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const key = (record?: { list: ListKeys }) => record?.list[sort];
  const [first, last] = [key(records[0]), key(records.at(-1))];
  return {
    records,
    ...(first &&
      (isBack ? isMore : place) && { previousCursor: cursorOf({ side: 'before', key: first }, sort) }),
    ...(last && (isBack || isMore) && { nextCursor: cursorOf({ side: 'after', key: last }, sort) }),
  };
}
