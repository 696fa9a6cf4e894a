import type { Deal } from '../deal.ts';
import type { Person } from '../people.ts';
import type { Policy } from '../policy.ts';
import { afterWorkingHours, notBefore, type WorkingTime } from './working-hours.ts';

export type Calendar = ReturnType<typeof calendarOf>;

/** When the people around a deal work: its owner, and each reader in his own time zone. All moments ISO. */
export function calendarOf({ policy, ownerTimeZone }: Pick<Deal, 'policy' | 'ownerTimeZone'>) {
  const hoursIn = (timeZone: string, { from, until }: { from: number; until: number }): WorkingTime => ({
    timeZone,
    from,
    until,
    holidays: holidaysIn(timeZone, policy),
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

/** Zones of the United States in the IANA database; their clocks say where the holidays are kept. */
const unitedStates =
  /^(US\/.+|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Louisville|Indianapolis|(Indiana|Kentucky|North_Dakota)\/.+)|Pacific\/Honolulu)$/;
const japan: readonly string[] = ['Asia/Tokyo', 'Japan'];

/** The public holidays that the policy knows for whoever works in a zone. */
function holidaysIn(timeZone: string, { holidays }: Pick<Policy, 'holidays'>): readonly string[] {
  if (unitedStates.test(timeZone)) return holidays.us;
  return japan.includes(timeZone) ? holidays.jp : [];
}
