import { type Stage, stages } from '../../../deal/stages.ts';
import type { DealQuery } from '../../service/read.ts';

/** What the list is narrowed to, and where in it the reader is. */
export type DealFilter = Pick<DealQuery, 'stage' | 'owner' | 'stuck' | 'q' | 'cursor'>;

const longestSearch = 300;

/** The filter in the address. What is empty or unknown narrows nothing. */
export function filterFrom(query: unknown): DealFilter {
  const text = (name: string) => {
    const value = (query as Record<string, unknown>)[name];
    return typeof value === 'string' && value.trim() !== ''
      ? value.trim().slice(0, longestSearch)
      : undefined;
  };
  const stage = text('stage');
  return {
    stage: stages.includes(stage as Stage) ? (stage as Stage) : undefined,
    owner: text('owner'),
    stuck: text('stuck') === 'true' ? true : undefined,
    q: text('q'),
    cursor: text('cursor'),
  };
}

export function isFiltered({ cursor: _place, ...narrowing }: DealFilter): boolean {
  return Object.values(narrowing).some(value => value !== undefined);
}

/** The address of the list with a filter. */
export function listUrl(filter: DealFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `/desk?${query}` : '/desk';
}
