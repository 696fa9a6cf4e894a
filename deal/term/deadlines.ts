import type { Deal } from '../deal.ts';
import { remindersBefore } from '../reminders/before.ts';
import { after, type Deadline, day, latest } from '../reminders/deadline.ts';
import { buyersReminded } from '../reminders/readers.ts';
import { isOver } from '../steps.ts';

/** AWS ends or renews an agreement by itself; when it says neither for two days after the end, the deal is over. */
export function termDeadlines(deal: Deal): Deadline[] {
  const end = deal.agreement?.endsAt;
  if (!end) return [];
  return [...termEnding(deal, end), { key: `termEnds:${end}`, kind: 'termEnds', at: after(end, 2 * day) }];
}

/** Moments before the confirmation, or before the renewal, are left out: the mail of that day has told the dates. */
function termEnding(deal: Deal, end: string): Deadline[] {
  const { agreement, link, policy } = deal;
  if (deal.stage !== 'active' || agreement?.status !== 'ACTIVE' || isOver(deal)) return [];
  const since = latest(agreement.acceptedAt, link?.productToldAt);
  const reminders = (policy.remindTermDaysBefore ?? []).map(days => ({
    key: `termEnding:${end}:${days}`,
    kind: 'termEnding' as const,
    at: after(end, -days * day),
  }));
  return remindersBefore(end, { deal, reminders, readers: buyersReminded(deal, 'termEnding'), since });
}
