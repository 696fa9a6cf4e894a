import type { Entry, EventType } from '../../deal/events.ts';
import type { FieldError } from '../../deal/refusals.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { Problem, type ProblemField } from '../../shared/problems.ts';
import { reminderError } from '../deals/reminder-error.ts';

/** Where in the body the fields stand that a refusal names, for the commands whose pointers begin further down. */
const places: { [T in EventType]?: string } = { proposeTerms: '/terms', changeReminders: '/reminders' };

/** A refused entry as an error in the reader's words; every field that breaks a limit is named. */
export function refusedProblem({ event, refusal }: Entry, messages: Messages): Problem {
  if (!refusal) return new Problem('refused');
  const place = places[event.type] ?? '';
  const fields = (refusal.fields ?? []).map(field => {
    const { detail } = inWords(field, messages, event.type === 'changeReminders');
    // What has not even the form of the command is named from its top.
    const isFromTop = place !== '' && field.pointer.startsWith(`${place}/`);
    return { pointer: isFromTop ? field.pointer : `${place}${field.pointer}`, detail };
  });
  return new Problem('refused', {
    detail: messages.deal.refusals[refusal.code],
    reason: refusal.code,
    fields,
  });
}

/** Fields that cannot be meant so, as an error in the reader's words. */
export function invalidProblem(errors: FieldError[], messages: Messages): Problem {
  return new Problem('invalid', { fields: errors.map(field => inWords(field, messages)) });
}

function inWords(field: FieldError, messages: Messages, isOfReminders = false): ProblemField {
  const { pointer, code, limit = '' } = field;
  const detail = isOfReminders ? reminderError(field, messages) : messages.deal.fields[code](limit);
  return { pointer, detail };
}
