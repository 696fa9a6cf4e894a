import type { Deal } from '../deal.ts';
import type { Person } from '../people.ts';
import { minute } from './moments.ts';
import { afterWorkingHours, notBefore, type WorkingTime } from './working-hours.ts';

export type Calendar = ReturnType<typeof calendarOf>;

/** When the people around a deal work: its owner, and each reader in his own time zone. All moments ISO. */
export function calendarOf({
  dealId,
  policy,
  ownerTimeZone,
}: Pick<Deal, 'dealId' | 'policy' | 'ownerTimeZone'>) {
  const hoursIn = (timeZone: string, { from, until }: { from: number; until: number }): WorkingTime => ({
    timeZone,
    from,
    until,
    holidays: policy.holidays[timeZone] ?? [],
  });
  const working = hoursIn(ownerTimeZone ?? policy.staff.timeZone, policy.staff);
  const apart = shareOf(dealId) * (policy.spreadMinutes ?? 0) * minute;
  const staff = { ...working, apart };
  return {
    /** What is moved into these hours keeps the deal's own distance from their edge. */
    staff,
    of: ({ timeZone }: Person) => ({ ...hoursIn(timeZone, policy.workingHours), apart }),
    /**
     * The moment at which staff have had so many working hours since another. What came while nobody worked begins at the
     * deal's own distance from the opening, or all that came over a weekend would be due at one moment.
     */
    afterStaffHours: (moment: string, hours: number) =>
      afterWorkingHours(notBefore(moment, staff), { hours, time: working }),
    /** The first moment not before another at which staff work. */
    inStaffHours: (moment: string) => notBefore(moment, staff),
  };
}

/** A deal's share of a span, from 0 to less than 1: always the same for one deal, and even over many (FNV-1a). */
function shareOf(dealId: string): number {
  let hash = 0x811c9dc5;
  for (const each of dealId) hash = Math.imul(hash ^ (each.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % 1000) / 1000;
}
