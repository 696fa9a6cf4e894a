import type { CommandBody } from '../../../../deal/commands.ts';
import type { FieldError } from '../../../../deal/refusals.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { reminderError } from '../../../deals/reminder-error.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { fieldName } from '../view.ts';

/** What does not hold, in words, at the fields of the form that a command came from. Nothing when all is well. */
export function stepErrors(
  fields: FieldError[],
  body: CommandBody,
  messages: Messages,
): FieldErrors | undefined {
  const which = body.type === 'changeContact' ? body.role : '';
  const named: FieldErrors = {};
  for (const field of fields) {
    const part = field.pointer.split('/').at(-1) ?? '';
    named[fieldName(body.type, part, which)] ??= errorText(field, body, messages);
  }
  return fields.length > 0 ? named : undefined;
}

function errorText(field: FieldError, body: CommandBody, messages: Messages): string {
  if (body.type === 'changeReminders') return reminderError(field, messages);
  return messages.deal.fields[field.code](field.limit ?? '');
}
