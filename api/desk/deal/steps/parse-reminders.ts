import { isDeepStrictEqual } from 'node:util';
import { keysOf } from '../../../../deal/keys-of.ts';
import { reminderLimits } from '../../../../deal/reminders/reminder-limits.ts';
import { readNumbers } from '../../reminders/read-numbers.ts';
import { fieldName } from '../view.ts';
import type { ParsedStep, StepForm } from './sent-step.ts';
import { stepErrors } from './step-errors.ts';

/** What staff have changed of the deal's reminders, and nothing else: the timeline tells that alone. */
export function parseReminders({ values, deal, messages }: StepForm): ParsedStep {
  const fieldOf = (key: string) => fieldName('changeReminders', key);
  const { reminders, errors } = readNumbers(values, { messages, fieldOf });
  for (const key of keysOf(reminders))
    if (isDeepStrictEqual(reminders[key], deal.policy[key])) delete reminders[key];
  const body = { type: 'changeReminders' as const, reminders };
  const all = { ...stepErrors(reminderLimits(reminders), body, messages), ...errors };
  if (Object.keys(all).length > 0) return { errors: all };
  if (Object.keys(reminders).length > 0) return { body };
  return { errors: { [fieldOf('answerWithinHours')]: messages.reminders.policy.problems.unchanged } };
}
