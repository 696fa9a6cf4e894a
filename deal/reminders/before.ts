import { isNear, movedEarlier, onceADay } from '../calendar/human-hours.ts';
import { onSameDay } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import type { Person } from '../people.ts';
import { type Deadline, hour, latest } from './deadline.ts';
import { lastReminderTo, wasRemindedOn } from './readers.ts';

/**
 * Reminders before an end: those that are later than `since`, when the readers heard of it, each at an hour of its
 * readers, and no two on one day. None when nobody wants to be reminded.
 */
export function remindersBefore(
  end: string,
  asked: { deal: Deal; reminders: Deadline[]; readers: Person[]; since: string },
): Deadline[] {
  const { deal, reminders, readers } = asked;
  const [first, ...others] = readers;
  if (!first) return [];
  const { policy } = deal;
  const since = latest(asked.since, deal.replannedAt);
  // What the reader's last reminder took the place of stays gone, also when another's hours count from now on.
  const begin = Date.parse(latest(since, lastReminderTo(deal, first)));
  const isAhead = ({ at }: Deadline) => Date.parse(at) > begin;
  const moved = movedEarlier(reminders.filter(isAhead), { policy, readers: [first, ...others], since });
  const spaced = onceADay(moved, { policy, reader: first, end });
  const told = { mailedAt: asked.since, reader: first };
  return spaced.filter(({ at }) => isNear(at, end) || !isTooSoon(deal, { at, ...told }));
}

/** On the day of a mail that says the same, or while the reader has just done something here. */
function isTooSoon(
  deal: Deal,
  { at, mailedAt, reader }: { at: string; mailedAt: string; reader: Person },
): boolean {
  const { policy, buyerActedAt } = deal;
  if (policy.quietHours === undefined) return false;
  return (
    onSameDay(at, mailedAt, reader.timeZone) ||
    wasRemindedOn(at, deal, reader) ||
    isQuiet({ at, actedAt: buyerActedAt, hours: policy.quietHours })
  );
}

/** True within so many hours after somebody has acted. */
export function isQuiet({ at, actedAt, hours }: { at: string; actedAt?: string; hours: number }): boolean {
  if (!actedAt) return false;
  const since = Date.parse(at) - Date.parse(actedAt);
  return since > 0 && since < hours * hour;
}
