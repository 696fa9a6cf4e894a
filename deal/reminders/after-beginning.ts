import type { Calendar } from '../calendar/calendar.ts';
import { after, day, isAfter, latest } from '../calendar/moments.ts';
import { notBefore, onSameDay } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import { deadlineKey, isDeadlineOf } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { isQuiet } from './quiet.ts';
import { buyersReminded, lastReminderTo } from './readers.ts';
import { onceADay } from './spacing.ts';
import type { AfterBeginning } from './wish.ts';

/**
 * Reminders after a beginning: of the first day at once, while the reader is at it; later ones at an hour at which he
 * works. No two on one day, and none just after he has done something.
 */
export function afterBeginning(wish: AfterBeginning, deal: Deal, calendar: Calendar): Deadline[] {
  const { kind, of, since, times } = wish;
  const [reader] = buyersReminded(deal, kind);
  if (!reader) return [];
  const moved = times.map(({ name, length }) => {
    const at = after(since, length);
    const human = length < day ? at : notBefore(at, calendar.of(reader));
    return { key: deadlineKey(kind, [...of, name]), kind, at: human };
  });
  const last = lastChase(deal, { reader, kind });
  const begin = latest(deal.replannedAt ?? since, last);
  // Whoever was reminded this morning and came is not reminded again this afternoon.
  const isSameDay = (at: string) => last !== undefined && onSameDay(at, last, reader.timeZone);
  return onceADay(moved, reader).filter(
    ({ at }) => isAfter(at, begin) && !isSameDay(at) && !isQuiet(at, deal, since),
  );
}

/** What he was reminded of before, such as an offer that ended, does not stand for a chase. */
function lastChase(deal: Deal, { reader, kind }: { reader: Person; kind: DeadlineKind }): string | undefined {
  const isChased = deal.passed.some(key => isDeadlineOf(key, kind));
  return isChased ? lastReminderTo(deal, reader) : undefined;
}
