import { type Static, Type } from 'typebox';
import { stages } from '../../../deal/stages.ts';
import { longestSearch } from '../../../shared/search/words.ts';
import { text } from '../../forms/fields.ts';
import type { DealQuery } from '../../service/read.ts';

/** What the list is narrowed to, and where in it the reader is. */
export type DealFilter = Pick<DealQuery, 'stage' | 'owner' | 'stuck' | 'q' | 'cursor'>;

export const dealFilterQuery = Type.Object({
  stage: text(300),
  owner: text(300),
  stuck: text(300),
  q: text(longestSearch),
  cursor: text(300),
});

/** The filter in the address. What is empty or unknown narrows nothing. */
export function filterFrom(query: Static<typeof dealFilterQuery>): DealFilter {
  return {
    stage: stages.find(stage => stage === query.stage.trim()),
    owner: query.owner.trim() || undefined,
    stuck: query.stuck.trim() === 'true' ? true : undefined,
    q: query.q.trim() || undefined,
    cursor: query.cursor.trim() || undefined,
  };
}

export function isFiltered({ cursor: _place, ...narrowing }: DealFilter): boolean {
  return Object.values(narrowing).some(value => value !== undefined);
}

/** The address of the list with a filter. */
export function listUrl(filter: DealFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `/desk/deals?${query}` : '/desk/deals';
}
