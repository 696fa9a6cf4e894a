import { Type } from 'typebox';
import { keysOf } from '../../../deal/keys-of.ts';
import { type Language, languages } from '../../../deal/people.ts';
import { closedStages, openStages, type Stage, stages } from '../../../deal/stages.ts';
import { type Attention, attentions, type ListSort, listSorts } from '../../../shared/models/deal-list.ts';
import { longestSearch } from '../../../shared/search/words.ts';
import { text } from '../../forms/fields.ts';
import type { DealQuery } from '../../service/list/query.ts';

/** What ends when, as one asks for it. */
export const endings = ['past', 'week', 'month'] as const;
export type Ending = (typeof endings)[number];

/** `-`: deals that nobody owns. `me`: the reader's own, so that one address serves everybody. */
export const nobody = '-';
export const me = 'me';

/** What the list is narrowed to, how it is sorted, how it looks, and where in it the reader is. */
export interface DealFilter {
  q?: string;
  /** The open ones without it; a search looks everywhere. */
  stage?: Stage | 'all' | 'closed';
  owner?: string;
  attention?: Attention;
  ends?: Ending;
  language?: Language;
  sort?: ListSort;
  look?: 'board';
  cursor?: string;
}

const word = text(300);
export const dealFilterQuery = Type.Object({
  q: text(longestSearch),
  stage: word,
  owner: word,
  attention: word,
  ends: word,
  language: word,
  sort: word,
  look: word,
  cursor: text(400),
});

/** The filter in an address that was sent in a form. */
export const filterIn = (query: string): DealFilter =>
  filterFrom(Object.fromEntries(new URLSearchParams(query)));

/** The filter in the address. What is empty or unknown narrows nothing. */
export function filterFrom(query: { [Part in keyof DealFilter]?: string }): DealFilter {
  const among = <T extends string>(known: readonly T[], asked = '') =>
    known.find(each => each === asked.trim());
  return {
    q: query.q?.trim() || undefined,
    stage: among([...stages, 'all', 'closed'], query.stage),
    owner: query.owner?.trim() || undefined,
    attention: among(attentions, query.attention),
    ends: among(endings, query.ends),
    language: among(languages, query.language),
    sort: among(keysOf(listSorts), query.sort),
    look: among(['board'], query.look),
    cursor: query.cursor?.trim() || undefined,
  };
}

/** What MongoDB is asked for; `reader`: the address of whoever looks; `now`: ISO business time. */
export function queryFrom(filter: DealFilter, { reader, now }: { reader: string; now: string }): DealQuery {
  const { owner, ends, q, stage, attention, language, sort, cursor } = filter;
  return {
    stages: stagesOf({ q, stage }),
    ...(owner && { owner: ownerMeant(owner, reader) }),
    ...(ends && daysOf(ends, now)),
    q,
    attention,
    language,
    sort,
    cursor,
  };
}

/** Whose deals are meant: an address, or nobody's. */
export function ownerMeant(owner: string, reader: string): string | null {
  if (owner === me) return reader;
  return owner === nobody ? null : owner;
}

function stagesOf({ q, stage }: Pick<DealFilter, 'q' | 'stage'>): readonly Stage[] {
  if (stage === 'closed') return closedStages;
  if (stage === 'all' || (q && !stage)) return stages;
  return stage ? [stage] : openStages;
}

const dayMs = 86_400_000;

function daysOf(ends: Ending, now: string): Pick<DealQuery, 'endsFrom' | 'endsTo'> {
  const dayAfter = (days: number) => new Date(Date.parse(now) + days * dayMs).toISOString().slice(0, 10);
  if (ends === 'past') return { endsTo: dayAfter(-1) };
  return { endsFrom: dayAfter(0), endsTo: dayAfter(ends === 'week' ? 7 : 30) };
}

/** The parts of a filter that narrow the list. */
export const narrowing = ['q', 'stage', 'owner', 'attention', 'ends', 'language'] as const;
export type Narrowing = (typeof narrowing)[number];

export const isFiltered = (filter: DealFilter): boolean => narrowing.some(part => filter[part] !== undefined);

/** What one keeps of a list, or sends to a colleague: all but the place in it. */
export function searchOf({ cursor: _place, ...kept }: DealFilter): string {
  return queryText(kept);
}

/** The address of the list with a filter. */
export function listUrl(filter: DealFilter): string {
  const query = queryText(filter);
  return query ? `/desk/deals?${query}` : '/desk/deals';
}

function queryText(filter: DealFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}
