import { keysOf } from '../keys-of.ts';
import { defaultReminders, longestReminders, type ReminderPolicy } from '../policy.ts';
import type { FieldError } from '../refusals.ts';
import { count, error, repeated } from '../terms/field-checks.ts';

/** What may be none at all, which is written as 0. */
const mayBeNone: readonly string[] = ['quietHours'] satisfies (keyof ReminderPolicy)[];

export const reminderKeys = keysOf(defaultReminders);

/** What does not hold of a plan of reminders. Every number is more than zero; an empty list means no reminder. */
export function reminderLimits(reminders: Partial<ReminderPolicy>): FieldError[] {
  return Object.entries(reminders).flatMap(([name, value]) => {
    const key = reminderKeys.find(each => each === name);
    if (!key || value === undefined) return [error(`/${name}`, 'unknown')];
    const most = longestReminders[key];
    if (!Array.isArray(defaultReminders[key])) return numberLimits(`/${key}`, { value, most });
    return Array.isArray(value) ? listLimits(`/${key}`, { value, most }) : [error(`/${key}`, 'required')];
  });
}

/** Ten moments at most, each once. */
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
