import { isDeepStrictEqual } from 'node:util';
import type { ReminderPolicy } from '../../../../deal/policy.ts';
import { reminderKeys, reminderLimits } from '../../../../deal/reminders/reminder-limits.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { fieldName } from '../view.ts';
import { isList } from './reminders-form.tsx';
import type { ParsedStep, StepForm } from './sent-step.ts';
import { stepErrors } from './step-errors.ts';

/** What staff have changed of the deal's reminders, and nothing else: the timeline tells that alone. */
export function parseReminders({ values, deal, messages }: StepForm): ParsedStep {
  const errors: FieldErrors = {};
  const reminders: Partial<ReminderPolicy> = {};
  for (const key of reminderKeys) {
    const name = fieldName('changeReminders', key);
    const typed = values[name];
    const known = deal.policy[key];
    if (typed === undefined) continue;
    const read = isList(key) ? numbersIn(typed) : numberIn(typed);
    const wrong = problemOf(read, messages);
    if (wrong) errors[name] = wrong;
    else if (!isDeepStrictEqual(read, known)) Object.assign(reminders, { [key]: read });
  }
  const body = { type: 'changeReminders' as const, reminders };
  const all = { ...stepErrors(reminderLimits(reminders), body, messages), ...errors };
  if (Object.keys(all).length > 0) return { errors: all };
  if (Object.keys(reminders).length > 0) return { body };
  return {
    errors: {
      [fieldName('changeReminders', 'answerWithinHours')]: messages.reminders.policy.problems.unchanged,
    },
  };
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
