import type { DealRow } from '../../../shared/models/deal-row.ts';
import type { Neighbours } from '../../service/list/find.ts';
import type { ListSums } from '../../service/list/sums.ts';
import type { DeskContext } from '../desk-context.ts';
import type { StaffMember } from '../staff.ts';
import type { DealFilter } from './filter.ts';
import type { SavedView } from './views/saved-views.ts';

/** What every look of the list knows. */
export interface ListView {
  context: DeskContext;
  filter: DealFilter;
  colleagues: StaffMember[];
  views: SavedView[];
  sums: ListSums;
  /** What became of what the reader has just done with several deals. */
  done?: BulkOutcome & { did: 'assign' | 'remind' };
  /** Why something was not done. */
  problem?: string;
}

export interface DealsView extends ListView, Neighbours {
  rows: DealRow[];
}

/** How many deals took a step, refused it, or have not decided yet. */
export interface BulkOutcome {
  applied: number;
  refused: number;
  pending: number;
}
