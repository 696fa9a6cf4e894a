import { linkGoodForHours } from './verification-link.ts';

/**
 * The hours after which somebody who has not verified his address is reminded, from the setting VERIFY_REMIND_HOURS.
 * Throws an Error that says how to write it. Empty: nobody is reminded.
 */
export function verifyRemindHoursFrom(setting: string): number[] {
  const hours = setting.split(',').filter(Boolean).map(Number);
  const rising = hours.every((hour, index) => hour > (hours[index - 1] ?? 0) && hour < linkGoodForHours);
  if (rising) return hours;
  throw new Error(
    `VERIFY_REMIND_HOURS=${setting} is not known. Write rising hours below ${linkGoodForHours} with commas between, as 1,20.`,
  );
}
