import type { ReminderPolicy } from '../policy.ts';
import type { FieldError } from '../refusals.ts';
import { count, error, repeated } from '../terms/field-checks.ts';

/** The largest value of each; lists may have ten of them. Days and hours may be parts of one. */
const largest: { [K in keyof Required<ReminderPolicy>]: number } = {
  answerWithinHours: 400,
  escalateAfterHours: 400,
  approveWithinHours: 400,
  remindIdleEveryDays: 365,
  unreadAfterHours: 400,
  remindDaysBefore: 365,
  remindHoursBefore: 48,
  chaseAfterHours: 8760,
  callAfterHours: 8760,
  agreementWithinHours: 8760,
  activateWithinHours: 8760,
  remindTermDaysBefore: 400,
  remindStuckEveryHours: 8760,
  quietHours: 168,
};
const lists: readonly string[] = [
  'remindDaysBefore',
  'remindHoursBefore',
  'chaseAfterHours',
  'remindTermDaysBefore',
] satisfies (keyof ReminderPolicy)[];
/** What may be none at all, which is written as 0. */
const mayBeNone: readonly string[] = ['quietHours'];

export const reminderKeys = Object.keys(largest) as (keyof ReminderPolicy)[];

/** What does not hold of a plan of reminders. Every number is more than zero; an empty list means no reminder. */
export function reminderLimits(reminders: ReminderPolicy): FieldError[] {
  return Object.entries(reminders).flatMap(([key, value]) => {
    const most = largest[key as keyof ReminderPolicy];
    if (most === undefined || value === undefined) return [error(`/${key}`, 'unknown')];
    if (!lists.includes(key)) return numberLimits(`/${key}`, { value, most });
    return Array.isArray(value) ? listLimits(`/${key}`, { value, most }) : [error(`/${key}`, 'required')];
  });
}

function listLimits(pointer: string, { value, most }: { value: unknown[]; most: number }): FieldError[] {
  return [
    ...count(pointer, value.length, { min: 0, max: 10 }),
    ...value.flatMap(each => numberLimits(pointer, { value: each, most })),
    ...repeated(value.map(String), () => pointer),
  ].slice(0, 1);
}

function numberLimits(pointer: string, { value, most }: { value: unknown; most: number }): FieldError[] {
  const inside = typeof value === 'number' && value >= 0 && value <= most;
  return inside && (value > 0 || mayBeNone.includes(pointer.slice(1)))
    ? []
    : [error(pointer, 'outOfRange', `0–${most}`)];
}
