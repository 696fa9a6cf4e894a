import type { Deal } from '../deal.ts';
import { movedEarlier, onceADay } from '../human-hours.ts';
import type { Person } from '../people.ts';
import { onSameDay } from '../working-hours.ts';
import { type Deadline, day, hour, latest } from './deadline.ts';

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
  const isAhead = ({ at }: Deadline) => Date.parse(at) > Date.parse(since);
  const moved = movedEarlier(reminders.filter(isAhead), { policy, readers: [first, ...others], since });
  const spaced = onceADay(moved, { policy, reader: first, end });
  const isNear = ({ at }: Deadline) => Date.parse(end) - Date.parse(at) <= day;
  const told = { mailedAt: asked.since, reader: first };
  return spaced.filter(each => isNear(each) || !isTooSoon(deal, { at: each.at, ...told }));
}

/** On the day of the mail that says the same, or while the reader has just done something here. */
function isTooSoon(
  { policy, buyerActedAt }: Deal,
  { at, mailedAt, reader }: { at: string; mailedAt: string; reader: Person },
): boolean {
  if (policy.quietHours === undefined) return false;
  return (
    onSameDay(at, mailedAt, reader.timeZone) ||
    isQuiet({ at, actedAt: buyerActedAt, hours: policy.quietHours })
  );
}

/** True within so many hours after somebody has acted. */
export function isQuiet({ at, actedAt, hours }: { at: string; actedAt?: string; hours: number }): boolean {
  if (!actedAt) return false;
  const since = Date.parse(at) - Date.parse(actedAt);
  return since > 0 && since < hours * hour;
}
