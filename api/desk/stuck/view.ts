import type { StuckReason } from '../../../deal/stuck.ts';
import type { BoardGroup } from '../../service/stuck/board.ts';
import type { ClockOrder, Trouble } from '../../service/stuck/find.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { BulkOutcome } from '../deals/view.ts';
import type { DeskContext } from '../desk-context.ts';
import type { StaffMember } from '../staff.ts';

export const stuckUrl = '/desk/stuck';

/** Where on the board the reader is: all reasons, or one of them. */
export interface BoardPlace {
  reason?: StuckReason;
  sort: ClockOrder;
  cursor?: string;
}

/** What a press on the board asks for. */
export const boardActs = ['retry', 'solve'] as const;
export type BoardAct = (typeof boardActs)[number];

export interface StuckView {
  context: DeskContext;
  place: BoardPlace;
  colleagues: StaffMember[];
  groups: BoardGroup[];
  /** What AWS told of purchases that no deal knows, and mails that are held; absent for whoever may not decide about them. */
  beside?: { unmatched: number; held: number };
  /** What became of what the reader has just done. */
  done?: BulkOutcome & { act: BoardAct };
  /** A form that comes back. */
  attempt?: Attempt;
  problem?: string;
}

interface Attempt {
  reason?: StuckReason;
  /** As in `whatOf`. */
  ticked: readonly string[];
  /** What was done by hand, as typed. */
  text: string;
  errors: FieldErrors;
}

/** The field for what was done by hand; each reason has a form of its own. */
export const reasonName = (kind: string) => `reason.${kind}`;

/** Names one thing that is stuck, of one deal. No id of a deal has a space. */
export const whatOf = ({ row, stuck }: Pick<Trouble, 'stuck'> & { row: Pick<Trouble['row'], 'dealId'> }) =>
  `${row.dealId} ${stuck.step}`;

/** The deal and the step in such a name. */
export function whatIn(what: string): { dealId: string; step: string } {
  const [dealId = '', ...step] = what.split(' ');
  return { dealId, step: step.join(' ') };
}

/** The address of the board at a place of it. */
export function boardUrl({ reason, sort, cursor }: BoardPlace): string {
  const query = new URLSearchParams({
    ...(reason && { reason }),
    ...(sort === 'newest' && { sort }),
    ...(cursor && { cursor }),
  });
  return query.size > 0 ? `${stuckUrl}?${query}` : stuckUrl;
}
