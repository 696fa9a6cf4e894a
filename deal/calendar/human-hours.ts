import type { Person } from '../people.ts';
import type { Policy } from '../policy.ts';
import { notAfterForAll, notBefore, onSameDay, type WorkingTime } from './working-hours.ts';

/** Zones of the United States in the IANA database; their clocks say where the holidays are kept. */
const unitedStates =
  /^(US\/.+|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Louisville|Indianapolis|(Indiana|Kentucky|North_Dakota)\/.+)|Pacific\/Honolulu)$/;

/** A reminder that is planned: any deadline will do. */
interface Planned {
  key: string;
  at: string;
}

/** When a reader works; undefined in a deal whose policy knows no working hours. */
function workingTimeOf({ timeZone }: Person, policy: Policy): WorkingTime | undefined {
  if (!policy.workingHours) return undefined;
  return { ...policy.workingHours, timeZone, holidays: holidaysIn(timeZone, policy) };
}

/** The public holidays that the policy knows for whoever works in a zone. */
export function holidaysIn(timeZone: string, { holidays }: Pick<Policy, 'holidays'>): readonly string[] {
  if (unitedStates.test(timeZone)) return holidays?.us ?? [];
  return timeZone === 'Asia/Tokyo' || timeZone === 'Japan' ? (holidays?.jp ?? []) : [];
}

/**
 * Reminders before an end, moved back into working hours of their first reader and, if the day allows, of the others
 * too. One that would come to lie before `since`, when there was nothing to remind of, keeps its moment.
 */
export function movedEarlier<P extends Planned>(
  reminders: P[],
  { policy, readers, since }: { policy: Policy; readers: [Person, ...Person[]]; since: string },
): P[] {
  const times = readers.flatMap(reader => workingTimeOf(reader, policy) ?? []);
  const [first, ...others] = times.filter(({ timeZone }, index) => timeZone !== times[index - 1]?.timeZone);
  if (!first) return reminders;
  const isAhead = (moment: string) => Date.parse(moment) > Date.parse(since);
  return reminders.map(reminder => {
    const forAll = notAfterForAll(reminder.at, [first, ...others]);
    if (isAhead(forAll)) return { ...reminder, at: forAll };
    const forFirst = notAfterForAll(reminder.at, [first]);
    return isAhead(forFirst) ? { ...reminder, at: forFirst } : reminder;
  });
}

/** Reminders after a beginning, moved on into working hours. */
export function movedLater<P extends Planned>(
  reminders: P[],
  { policy, reader }: { policy: Policy; reader: Person },
): P[] {
  const time = workingTimeOf(reader, policy);
  return time ? reminders.map(reminder => ({ ...reminder, at: notBefore(reminder.at, time) })) : reminders;
}

/** Within the last day before an end each reminder counts. Both moments ISO. */
export const isNear = (at: string, end: string) => Date.parse(end) - Date.parse(at) <= 86_400_000;

/**
 * Of reminders of one kind that fall on the same day of their reader the last one only. Within a day of the `end`, if
 * there is one, all stay that have a moment of their own.
 */
export function onceADay<P extends Planned>(
  reminders: P[],
  { policy, reader, end }: { policy: Policy; reader: Person; end?: string },
): P[] {
  if (!policy.workingHours) return reminders;
  const counts = ({ at }: P) => end !== undefined && isNear(at, end);
  const supersedes = (later: P, earlier: P) =>
    later.at === earlier.at || (!counts(later) && onSameDay(later.at, earlier.at, reader.timeZone));
  const inOrder = reminders.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder.filter((each, index) => !inOrder.slice(index + 1).some(later => supersedes(later, each)));
}
