import type { Deal } from '../deal.ts';
import { inStaffHours } from '../staff-hours.ts';
import { type Deadline, hour } from './deadline.ts';
import { recurring } from './recurring.ts';

/** The owner hears of a stuck deal every day. A notice that itself waits to be sent is not followed by another. */
export function stuckDeadlines(deal: Deal): Deadline[] {
  const { remindStuckEveryHours } = deal.policy;
  const [since] = deal.stuck.map(stuck => stuck.since).toSorted();
  if (!since || !remindStuckEveryHours || deal.mails.some(mail => mail.template === 'stuckNotice')) return [];
  const { key, at } = recurring(deal, { name: 'stuckReminder', since, every: remindStuckEveryHours * hour });
  return [{ key, kind: 'stuckReminder', at: inStaffHours(deal, at) }];
}
