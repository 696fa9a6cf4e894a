import type { Deal } from '../deal.ts';
import type { Person } from '../people.ts';
import { afterWorkingHours, notBefore, type WorkingTime } from './working-hours.ts';

export type Calendar = ReturnType<typeof calendarOf>;

/** When the people around a deal work: its owner, and each reader in his own time zone. All moments ISO. */
export function calendarOf({ policy, ownerTimeZone }: Pick<Deal, 'policy' | 'ownerTimeZone'>) {
  const hoursIn = (timeZone: string, { from, until }: { from: number; until: number }): WorkingTime => ({
    timeZone,
    from,
    until,
    holidays: policy.holidays[timeZone] ?? [],
  });
  const staff = hoursIn(ownerTimeZone ?? policy.staff.timeZone, policy.staff);
  return {
    staff,
    of: ({ timeZone }: Person) => hoursIn(timeZone, policy.workingHours),
    /** The moment at which staff have had so many working hours since another. */
    afterStaffHours: (moment: string, hours: number) => afterWorkingHours(moment, { hours, time: staff }),
    /** The first moment not before another at which staff work. */
    inStaffHours: (moment: string) => notBefore(moment, staff),
  };
}
