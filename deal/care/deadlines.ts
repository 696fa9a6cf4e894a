import { hour } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import { stepOf } from '../keys.ts';
import type { Wish } from '../reminders/wish.ts';
import { isStuckAt } from '../stuck.ts';

/** The owner hears of a stuck deal every day. */
export function careDeadlines(deal: Deal): Wish[] {
  const [since] = deal.stuck.map(stuck => stuck.since).toSorted();
  if (!since || isNoticeUnderWay(deal)) return [];
  const every = deal.policy.remindStuckEveryHours * hour;
  return [{ when: 'againAndAgain', kind: 'stuckReminder', since, every }];
}

/** One that is still tried is not followed by another. One that was given up is, or nobody would hear any more. */
function isNoticeUnderWay(deal: Deal): boolean {
  return deal.mails.some(mail => mail.template === 'stuckNotice' && !isStuckAt(deal, stepOf(mail)));
}
