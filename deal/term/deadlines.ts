import { after, day, latest } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import type { Wish } from '../reminders/wish.ts';
import { isOver } from '../steps.ts';

/** AWS ends or renews an agreement by itself; when it says neither for two days after the end, the deal is over. */
export function termDeadlines(deal: Deal): Wish[] {
  const end = deal.agreement?.endsAt;
  if (!end) return [];
  return [...termEnding(deal), { when: 'exactly', kind: 'termEnds', of: [end], at: after(end, 2 * day) }];
}

/** Moments before the confirmation, or before the renewal, are left out: the mail of that day has told the dates. */
function termEnding(deal: Deal): Wish[] {
  const { agreement, link, policy } = deal;
  if (deal.stage !== 'active' || agreement?.status !== 'ACTIVE' || isOver(deal)) return [];
  const since = latest(agreement.acceptedAt, link?.productToldAt);
  const times = policy.remindTermDaysBefore.map(days => ({ name: days, length: days * day }));
  return [{ when: 'beforeEnd', kind: 'termEnding', times, since }];
}
