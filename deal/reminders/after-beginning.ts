import type { Calendar } from '../calendar/calendar.ts';
import { after, day, isAfter } from '../calendar/moments.ts';
import { notBefore } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import { deadlineKey } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Deadline } from './deadline.ts';
import { isQuiet } from './quiet.ts';
import { buyersReminded, lastReminderTo, wasRemindedOn } from './readers.ts';
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
  return onceADay(moved, reader).filter(
    ({ at }) =>
      isAfter(at, deal.replannedAt ?? since) &&
      !isQuiet(at, deal, since) &&
      !wasChasedOn(at, { deal, reader, since: wish.chasedSince }),
  );
}

/** Whoever was reminded this morning and came is not reminded again this afternoon. */
function wasChasedOn(
  at: string,
  { deal, reader, since }: { deal: Deal; reader: Person; since: string },
): boolean {
  const last = lastReminderTo(deal, reader);
  return last !== undefined && isAfter(last, since) && wasRemindedOn(at, deal, reader);
}
