import type { Language } from '../../../deal/people.ts';
import type { Stage } from '../../../deal/stages.ts';
import type { Attention, ListSort } from '../../../shared/models/deal-list.ts';

/** What a list of deals is narrowed to. Nothing: every deal. */
export interface DealNarrowing {
  stages?: readonly Stage[];
  /** An address; `null`: deals that nobody owns. */
  owner?: string | null;
  attention?: Attention;
  stuck?: boolean;
  language?: Language;
  /** The last day, `YYYY-MM-DD`, both included. Such a list is in the order of it. */
  endsFrom?: string;
  endsTo?: string;
  /** What was typed or pasted: an id, an address, a name or a part of one; see shared/search. Newest change first. */
  q?: string;
}

export interface DealQuery extends DealNarrowing {
  /** `updated` without it. */
  sort?: ListSort;
  /** The place of a page, of a former answer. */
  cursor?: string;
  limit?: number;
}

/** The sort that a list has: what is narrowed by a moment, or searched for, has one of its own. */
export function sortOf({ sort, q, endsFrom, endsTo }: DealQuery): ListSort {
  if (q) return 'updated';
  return endsFrom || endsTo ? 'ends' : (sort ?? 'updated');
}
