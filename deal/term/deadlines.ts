import { after, day, latest } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import { endOf } from '../reminders/ends.ts';
import type { Wish } from '../reminders/wish.ts';
import { isOver } from '../steps.ts';

/** AWS ends or renews an agreement by itself; when it says neither for two days after the end, the deal is over. */
export function termDeadlines(deal: Deal): Wish[] {
  const term = endOf(deal, 'termEnding');
  if (!term) return [];
  const at = after(term.end, 2 * day);
  return [...termEnding(deal), { when: 'exactly', kind: 'termEnds', of: term.of, at }];
}

/** Moments before the confirmation, or before the renewal, are left out: the mail of that day has told the dates. */
function termEnding(deal: Deal): Wish[] {
  const { agreement, link, policy } = deal;
  const term = endOf(deal, 'termEnding');
  if (!term || deal.stage !== 'active' || agreement?.status !== 'ACTIVE' || isOver(deal)) return [];
  const since = latest(agreement.acceptedAt, link?.productToldAt);
  const times = policy.remindTermDaysBefore.map(days => ({ name: days, length: days * day }));
  return [{ when: 'beforeEnd', kind: 'termEnding', ...term, times, since }];
}
