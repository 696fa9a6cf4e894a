import type { CommandType } from '../../../../deal/commands.ts';
import type { FieldError } from '../../../../deal/refusals.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { reminderError } from '../../../deals/reminder-error.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { fieldName } from '../view.ts';

/** The step whose form it is, and where a page has several of it, which. */
interface StepOf {
  type: CommandType;
  which?: string;
}

/** What does not hold, in words, at the fields of the form that a command came from. Nothing when all is well. */
export function stepErrors(fields: FieldError[], step: StepOf, messages: Messages): FieldErrors | undefined {
  const named: FieldErrors = {};
  for (const field of fields) {
    const part = field.pointer.split('/').at(-1) ?? '';
    named[fieldName(step.type, part, step.which)] ??= errorText(field, step, messages);
  }
  return fields.length > 0 ? named : undefined;
}

function errorText(field: FieldError, { type }: StepOf, messages: Messages): string {
  if (type === 'changeReminders') return reminderError(field, messages);
  const missing = field.code === 'required' && questions[`${type}${field.pointer}`];
  if (type === 'markSolved' && field.code === 'required') return messages.solved.missing;
  return missing ? messages.desk.problems[missing] : messages.deal.fields[field.code](field.limit ?? '');
}

/** What a form asks for in words of its own when it was left empty. */
const questions: Readonly<Record<string, keyof Messages['desk']['problems']>> = {
  'rejectOffer/comment': 'comment',
  'extendOffer/expiresOn': 'date',
  'withdrawOffer/reason': 'reason',
  'withdrawProposal/reason': 'reason',
  'closeDeal/reason': 'reason',
  'addNote/text': 'note',
  'writeToBuyer/text': 'message',
  'endLink/reason': 'reasonTold',
  'moveLink/reason': 'reasonTold',
  'moveLink/organizationId': 'organization',
  'assignOwner/owner': 'owner',
};
