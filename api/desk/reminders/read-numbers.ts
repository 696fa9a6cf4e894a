import type { ReminderPolicy } from '../../../deal/policy.ts';
import { reminderKeys } from '../../../deal/reminders/reminder-limits.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import { isList, type ReminderKey } from './plan-fields.ts';

/** The numbers that were typed, and what is none, at its field. A field that was not sent is left out. */
export function readNumbers(
  values: FormValues,
  { messages, fieldOf }: { messages: Messages; fieldOf: (key: ReminderKey) => string },
): { reminders: Partial<ReminderPolicy>; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const reminders: Partial<ReminderPolicy> = {};
  for (const key of reminderKeys) {
    const typed = values[fieldOf(key)];
    if (typed === undefined) continue;
    const read = isList(key) ? numbersIn(typed) : numberIn(typed);
    const wrong = problemOf(read, messages);
    if (wrong) errors[fieldOf(key)] = wrong;
    else Object.assign(reminders, { [key]: read });
  }
  return { reminders, errors };
}

/** Full-width digits and commas are what a Japanese keyboard writes. */
const plain = (typed: string) => typed.normalize('NFKC').trim();

const numberIn = (typed: string) => (plain(typed) === '' ? undefined : Number(plain(typed)));

const numbersIn = (typed: string) =>
  plain(typed)
    .split(/[\s,、]+/)
    .filter(Boolean)
    .map(Number);

function problemOf(read: number | number[] | undefined, { deal, reminders }: Messages): string | undefined {
  if (read === undefined) return deal.fields.required('');
  if (Array.isArray(read)) return read.some(Number.isNaN) ? reminders.policy.problems.numbers : undefined;
  return Number.isNaN(read) ? reminders.policy.problems.number : undefined;
}
