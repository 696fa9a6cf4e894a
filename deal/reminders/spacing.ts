import type { Calendar } from '../calendar/calendar.ts';
import { byMoment, isNear } from '../calendar/moments.ts';
import { nextOpening, onSameDay, type WorkingTime } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import { type Deadline, deadlineKinds } from './deadline.ts';

/**
 * Of reminders of one kind that fall on the same day of their reader the last one only. Within a day of the `end`, if
 * there is one, all stay that have a moment of their own.
 */
export function onceADay(
  reminders: Deadline[],
  { timeZone, end }: { timeZone: string; end?: string },
): Deadline[] {
  const counts = ({ at }: Deadline) => end !== undefined && isNear(at, end);
  const supersedes = (later: Deadline, earlier: Deadline) =>
    later.at === earlier.at || (!counts(later) && onSameDay(later.at, earlier.at, timeZone));
  const inOrder = reminders.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder.filter((each, index) => !inOrder.slice(index + 1).some(later => supersedes(later, each)));
}

/**
 * So that the owner does not get two notices about one deal on a day that may as well wait, the later ones move to his
 * next working days.
 */
export function spacedForStaff(deal: Deal, planned: Deadline[], { staff }: Calendar): Deadline[] {
  const inOrder = planned.filter(({ kind }) => deadlineKinds[kind].canWait).toSorted(byMoment);
  const moved: Deadline[] = [];
  for (const each of inOrder) {
    const taken = [deal.reminded.owner, ...moved.map(({ at }) => at)].filter(at => at !== undefined);
    moved.push({ ...each, at: firstFree(each.at, { taken, staff }) });
  }
  return planned.map(each => moved.find(({ key }) => key === each.key) ?? each);
}

function firstFree(at: string, { taken, staff }: { taken: string[]; staff: WorkingTime }): string {
  let free = at;
  while (taken.some(each => onSameDay(each, free, staff.timeZone))) free = nextOpening(free, staff);
  return free;
}
