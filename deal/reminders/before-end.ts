import type { Calendar } from '../calendar/calendar.ts';
import { after, isAfter, isNear, latest } from '../calendar/moments.ts';
import { notAfterForAll, onSameDay, type WorkingTime } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import { deadlineKey } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Deadline } from './deadline.ts';
import { endOf } from './ends.ts';
import { isQuiet } from './quiet.ts';
import { buyersReminded, lastReminderTo, wasRemindedOn } from './readers.ts';
import { onceADay } from './spacing.ts';
import type { BeforeEnd } from './wish.ts';

/**
 * Reminders before an end: those that are later than when the readers heard of it, each at an hour of its readers, and
 * no two on one day. None when nobody wants to be reminded.
 */
export function beforeEnd(wish: BeforeEnd, deal: Deal, calendar: Calendar): Deadline[] {
  const { kind, times } = wish;
  const present = endOf(deal, kind);
  const [first, ...others] = buyersReminded(deal, kind);
  if (!present || !first) return [];
  const { end, of } = present;
  const since = latest(wish.since, deal.replannedAt);
  // What the reader's last reminder took the place of stays gone, also when another's hours count from now on.
  const begin = latest(since, lastReminderTo(deal, first));
  const ahead = times
    .map(({ name, length }) => ({ key: deadlineKey(kind, [...of, name]), kind, at: after(end, -length) }))
    .filter(({ at }) => isAfter(at, begin));
  const hours = hoursOf([first, ...others], calendar);
  const moved = ahead.map(each => ({ ...each, at: movedBack(each.at, { hours, since }) }));
  return onceADay(moved, { timeZone: first.timeZone, end }).filter(
    ({ at }) => isNear(at, end) || !isTooSoon(at, { deal, since: wish.since, reader: first }),
  );
}

type Hours = [WorkingTime, ...WorkingTime[]];

function hoursOf([first, ...others]: [Person, ...Person[]], calendar: Calendar): Hours {
  return [calendar.of(first), ...others.map(calendar.of)];
}

/**
 * Back into working hours of the first reader and, if the day allows, of the others too. A moment that would come to lie
 * before `since`, when there was nothing to remind of, stays.
 */
function movedBack(at: string, { hours, since }: { hours: Hours; since: string }): string {
  const [first] = hours;
  const forAll = notAfterForAll(at, hours);
  if (isAfter(forAll, since)) return forAll;
  const forFirst = notAfterForAll(at, [first]);
  return isAfter(forFirst, since) ? forFirst : at;
}

/** On the day of a mail that says the same, or while the reader has just done something here. */
function isTooSoon(
  at: string,
  { deal, since, reader }: { deal: Deal; since: string; reader: Person },
): boolean {
  return onSameDay(at, since, reader.timeZone) || wasRemindedOn(at, deal, reader) || isQuiet(at, deal);
}
