import type { Deal } from '../deal.ts';
import { holidaysIn } from './human-hours.ts';
import { afterWorkingHours, notBefore, type WorkingTime } from './working-hours.ts';

type WithStaff = Pick<Deal, 'policy' | 'ownerTimeZone'>;

/** When the deal's owner works; undefined in a deal whose policy does not know. */
export function staffTimeOf({ policy, ownerTimeZone }: WithStaff): WorkingTime | undefined {
  if (!policy.staff) return undefined;
  const timeZone = ownerTimeZone ?? policy.staff.timeZone;
  return { ...policy.staff, timeZone, holidays: holidaysIn(timeZone, policy) };
}

/** The moment (ISO) at which staff have had so many working hours since another; by the clock where those are not known. */
export function staffHoursAfter(deal: WithStaff, moment: string, hours: number): string {
  const time = staffTimeOf(deal);
  return time
    ? afterWorkingHours(moment, { hours, time })
    : new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
}

/** The first moment not before another at which staff work. */
export function inStaffHours(deal: WithStaff, moment: string): string {
  const time = staffTimeOf(deal);
  return time ? notBefore(moment, time) : moment;
}
