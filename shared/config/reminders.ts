import { defaultReminders, type ReminderPolicy } from '../../deal/policy.ts';
import type { FieldError } from '../../deal/refusals.ts';
import { reminderKeys, reminderLimits } from '../../deal/reminders/reminder-limits.ts';

const form = 'Write it as {"remindDaysBefore":[14,7,1],"quietHours":0}.';

/** The vendor's reminders as the setting has them. Throws as `checkedReminders` does. */
export const remindersFrom = (json: string): ReminderPolicy => checkedReminders(valueIn(json), 'REMINDERS');

/**
 * A plan of reminders: what is given, and the defaults for the rest. Throws one Error that names every field that does not
 * hold, and whose they are.
 */
export function checkedReminders(given: unknown, name: string): ReminderPolicy {
  if (!isObject(given)) throw new Error(`${name} is not a JSON object. ${form}`);
  const wrong = Object.entries(given).flatMap(([key, value]) => problemWith(key, value) ?? []);
  if (wrong.length > 0) throw new Error(`${name} does not hold: ${wrong.join('; ')}.`);
  return { ...defaultReminders, ...given };
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json || '{}');
  } catch (error) {
    throw new Error(`REMINDERS is not JSON. ${form}`, { cause: error });
  }
}

const isObject = (value: unknown): value is Partial<ReminderPolicy> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function problemWith(key: string, value: unknown): string | undefined {
  if (!reminderKeys.includes(key as keyof ReminderPolicy))
    return `${key} is not known, only ${reminderKeys.join(', ')} are`;
  const isList = Array.isArray(defaultReminders[key as keyof ReminderPolicy]);
  if (!(isList ? isNumbers(value) : typeof value === 'number'))
    return `${key} must be ${isList ? 'a list of numbers, such as [7,3,1]' : 'a number'}`;
  const [error] = reminderLimits({ [key]: value });
  return error && `${key} ${inWords(error, [value].flat())}`;
}

const isNumbers = (value: unknown) => Array.isArray(value) && value.every(each => typeof each === 'number');

function inWords({ code, limit }: FieldError, values: unknown[]): string {
  if (code === 'duplicate') return 'names a moment twice';
  if (code === 'tooMany') return `names more than ${limit} moments`;
  return values.includes(0) ? 'must be more than 0' : `must be within ${limit}`;
}
