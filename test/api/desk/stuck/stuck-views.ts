import type { StuckView } from '../../../../api/desk/stuck/view.ts';
import type { BoardGroup } from '../../../../api/service/stuck/board.ts';
import type { Language } from '../../../../deal/people.ts';
import type { StuckReason } from '../../../../deal/stuck.ts';
import { type DealRow, rowOf } from '../../../../shared/models/deal-row.ts';
import { approver, deskContextIn, staff } from '../desk-views.ts';
import { samples } from '../sample-deals.ts';

const support = { ...staff, roles: ['support' as const] };

/** A reason as the board shows it, from a sample that is stuck. */
export function groupFrom(sample: string): BoardGroup {
  const deal = samples[sample]?.deal;
  const [stuck] = deal?.stuck ?? [];
  if (!deal || !stuck) throw new Error(`nothing is stuck in ${sample}`);
  const { stuck: known, ...row }: DealRow = rowOf(deal);
  const trouble = { row, stuck, byHand: known[0]?.byHand === true, failures: 2 };
  const other = { ...trouble, row: { ...row, dealId: 'another' } };
  const totals = row.total ? [row.total] : [];
  return {
    reason: stuck.reason,
    since: stuck.since,
    count: 12,
    isWhole: true,
    totals,
    troubles: [trouble, other],
  };
}

export const stuckView = (lang: Language, change: Partial<StuckView> = {}): StuckView => ({
  context: deskContextIn(lang, support),
  place: { sort: 'oldest' },
  colleagues: [staff, approver],
  groups: ['stuck', 'bounced', 'differs'].map(groupFrom),
  beside: { unmatched: 2, held: 0 },
  ...change,
});

export const reasonsShown: readonly StuckReason[] = ['changeSetFailed', 'mailBounced', 'agreementDiffers'];
