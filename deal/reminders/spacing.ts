import { staffTimeOf } from '../calendar/staff-hours.ts';
import { nextOpening, onSameDay, type WorkingTime } from '../calendar/working-hours.ts';
import type { Deal } from '../deal.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';

/** Notices to the owner that may as well come a day later. The others say that a time promised is over. */
const patient: readonly DeadlineKind[] = [
  'approvalOverdue',
  'offerUnread',
  'negotiationIdle',
  'stuckReminder',
];

/** So that the owner does not get two of them about one deal on a day, the later ones move to his next working days. */
export function spacedForStaff(deal: Deal, planned: Deadline[]): Deadline[] {
  const time = staffTimeOf(deal);
  if (!time) return planned;
  const inOrder = planned
    .filter(({ kind }) => patient.includes(kind))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key));
  const moved: Deadline[] = [];
  for (const each of inOrder) {
    const taken = [deal.reminded?.owner, ...moved.map(({ at }) => at)].filter(at => at !== undefined);
    moved.push({ ...each, at: firstFree(each.at, { taken, time }) });
  }
  return planned.map(each => moved.find(({ key }) => key === each.key) ?? each);
}

function firstFree(at: string, { taken, time }: { taken: string[]; time: WorkingTime }): string {
  let free = at;
  while (taken.some(each => onSameDay(each, free, time.timeZone))) free = nextOpening(free, time);
  return free;
}
