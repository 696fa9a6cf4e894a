import type { Deal } from '../../../../deal/deal.ts';
import type { FittingReminder, NoReminder } from '../../../../deal/reminders/fitting.ts';
import type { DeskContext } from '../../desk-context.ts';
import type { StaffMember } from '../../staff.ts';
import { type DealFilter, searchOf } from '../filter.ts';

export const remindUrl = '/desk/deals/remind';

/** What would be sent now, and what would not be, before anybody presses. */
export interface RemindView {
  context: DeskContext;
  colleagues: StaffMember[];
  /** Of the list that one comes from. */
  filter: DealFilter;
  toSend: (FittingReminder & { deal: Deal })[];
  skipped: { deal: Deal; why: NoReminder | 'notYours' }[];
  problem?: string;
}

/** The page that says what would be sent to the buyers of these deals. */
export function previewUrl(dealIds: readonly string[], filter: DealFilter): string {
  return `${remindUrl}?${new URLSearchParams({ deals: dealIds.join(','), list: searchOf(filter) })}`;
}
