import type { QueryFilter } from 'mongoose';
import { languages } from '../../../deal/people.ts';
import { stages } from '../../../deal/stages.ts';
import { type ListFamily, listSorts, needOf, ownerKey } from '../../../shared/models/deal-list.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import { askedFor } from '../../../shared/search/words.ts';
import type { Place } from './place.ts';
import { type DealNarrowing, type DealQuery, sortOf } from './query.ts';

type Filter = QueryFilter<DealRecord>;

/** The index that a list is read by; a search is read by its words. */
export function familyOf({ owner, attention, stuck }: DealNarrowing): ListFamily {
  if (attention || stuck) return 'needs';
  return owner === undefined ? 'stage' : 'owner';
}

/** What MongoDB is asked for, from a place on. */
export function filterOf(query: DealQuery, place?: Place): Filter {
  const { owner, stuck, q } = query;
  const attention = query.attention ?? (stuck ? 'cure' : undefined);
  const whose = owner === undefined ? {} : { 'list.owner': ownerKey(owner) };
  const family: Filter = attention
    ? { 'list.needs': owner === undefined ? attention : needOf(attention, owner) }
    : whose;
  return {
    ...family,
    stage: { $in: [...(query.stages ?? stages)] },
    'list.language': { $in: query.language ? [query.language] : [...languages] },
    ...rangeOf(query, place),
    ...(stuck === false && { stuck }),
    ...(q && searchedFor(q)),
  };
}

/** From a place on in the list's sort, between the last days that it is narrowed to; a search has another sort. */
function rangeOf(query: DealQuery, place?: Place): Filter {
  const sort = sortOf(query);
  const onwards = place && (place.side === 'after') === (listSorts[sort] === 1) ? '$gt' : '$lt';
  const bounds = [
    ...(place ? [{ [`list.${sort}`]: { [onwards]: place.key } }] : []),
    ...(query.endsFrom ? [{ 'list.ends': { $gte: query.endsFrom } }] : []),
    // After the day stands the id, and `~` is behind all that an id has.
    ...(query.endsTo ? [{ 'list.ends': { $lte: `${query.endsTo} ~` } }] : []),
  ];
  return bounds.length === 0 ? {} : { $and: bounds };
}

/** Words have letters and digits alone, so they stand in a pattern as they are. */
function searchedFor(q: string): Filter {
  const { every, any } = askedFor(q);
  if (every.length === 0) return { words: { $in: [] } };
  const all = { $and: every.map(word => ({ words: new RegExp(`^${word}`) })) };
  return { $or: any.length === 0 ? [all] : [all, { words: { $in: any } }] };
}
