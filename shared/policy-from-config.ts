import { defaultPolicy, type Policy } from '../deal/policy.ts';
import type { Config } from './config.ts';
import { holidaysIn } from './holidays.ts';

/**
 * The vendor's policy for a deal opened at a moment (ISO) by somebody in a time zone; a deal keeps the one it was
 * opened with.
 */
export function policyFrom(config: Config, opened: { at: string; timeZone: string }): Policy {
  const { limits: approval, VENDOR_TIME_ZONE, reminders } = config;
  return {
    ...defaultPolicy,
    ...reminders,
    approval,
    spreadMinutes: config.REMINDERS_SPREAD_MINUTES,
    staff: { ...defaultPolicy.staff, timeZone: VENDOR_TIME_ZONE },
    holidays: holidaysIn([VENDOR_TIME_ZONE, opened.timeZone], opened.at),
  };
}
