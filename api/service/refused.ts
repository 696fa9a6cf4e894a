import type { Entry, EventType } from '../../deal/events.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { reminderError } from '../deals/reminder-error.ts';

/** Where in the body the fields stand that a refusal names, for the commands whose pointers begin further down. */
const places: { [T in EventType]?: string } = { proposeTerms: '/terms', changeReminders: '/reminders' };

/** A refused entry as an error in the reader's words; every field that breaks a limit is named. */
export function refusedProblem({ event, refusal }: Entry, messages: Messages): Problem {
  const { deal } = messages;
  if (!refusal) return new Problem('refused');
  const fields = (refusal.fields ?? []).map(field => ({
    pointer: `${places[event.type] ?? ''}${field.pointer}`,
    detail:
      event.type === 'changeReminders'
        ? reminderError(field, messages)
        : deal.fields[field.code](field.limit ?? ''),
  }));
  return new Problem('refused', { detail: deal.refusals[refusal.code], fields });
}
