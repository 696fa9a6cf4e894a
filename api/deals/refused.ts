import type { Entry, FactType } from '../../shared/deal/entries.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { reminderError } from './reminder-error.ts';

/** Where in the body the fields stand that a refusal names, for the commands whose pointers begin further down. */
const places: { [T in FactType]?: string } = { proposeTerms: '/terms', changeReminders: '/reminders' };

/** A refused entry as an error in the reader's words; every field that breaks a limit is named. */
export function refusedProblem({ fact, refusal }: Entry, messages: Messages): Problem {
  const { deal } = messages;
  if (!refusal) return new Problem('refused');
  const fields = (refusal.fields ?? []).map(field => ({
    pointer: `${places[fact.type] ?? ''}${field.pointer}`,
    detail:
      fact.type === 'changeReminders'
        ? reminderError(field, messages)
        : deal.fields[field.code](field.limit ?? ''),
  }));
  return new Problem('refused', { detail: deal.refusals[refusal.code], fields });
}
