import { inStaffHours } from '../calendar/staff-hours.ts';
import type { Deal } from '../deal.ts';
import { isWaiting } from '../mails/chapter.ts';
import { hasEdition } from '../policy.ts';
import { type Deadline, hour } from '../reminders/deadline.ts';
import { recurring } from '../reminders/recurring.ts';

/** The owner hears of a stuck deal every day. */
export function stuckDeadlines(deal: Deal): Deadline[] {
  const { remindStuckEveryHours } = deal.policy;
  const [since] = deal.stuck.map(stuck => stuck.since).toSorted();
  if (!since || !remindStuckEveryHours || isNoticeUnderWay(deal)) return [];
  const { key, at } = recurring(deal, { name: 'stuckReminder', since, every: remindStuckEveryHours * hour });
  return [{ key, kind: 'stuckReminder', at: inStaffHours(deal, at) }];
}

/** One that is still tried is not followed by another. One that was given up is, or nobody would hear any more. */
function isNoticeUnderWay(deal: Deal): boolean {
  const notices = deal.mails.filter(mail => mail.template === 'stuckNotice');
  return notices.some(mail => !hasEdition(deal.policy, 2) || !isWaiting(deal, mail));
}
