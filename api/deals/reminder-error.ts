import type { FieldError } from '../../deal/refusals.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

/** What is wrong with one number of the reminders, as a sentence. The limits of terms are AWS's; these are ours. */
export function reminderError({ pointer, code, limit = '' }: FieldError, messages: Messages): string {
  const { problems } = messages.reminders.policy;
  const most = limit.split('–').at(-1) ?? '';
  if (code === 'tooMany') return problems.tooMany(most);
  if (code !== 'outOfRange') return messages.deal.fields[code](limit);
  return pointer === '/quietHours' ? problems.atMost(most) : problems.moreThanZero(most);
}
