import { defaultReminders, type ReminderPolicy } from '../../../deal/policy.ts';

export type ReminderKey = keyof ReminderPolicy;

/** The numbers of a plan of reminders by what they are about, in the order of a deal's life. */
export const reminderGroups = {
  staff: ['answerWithinHours', 'approveWithinHours', 'escalateAfterHours', 'remindIdleEveryDays'],
  offer: ['remindDaysBefore', 'remindHoursBefore', 'unreadAfterHours'],
  setUp: ['chaseAfterHours', 'callAfterHours', 'agreementWithinHours', 'activateWithinHours'],
  term: ['remindTermDaysBefore', 'remindStuckEveryHours', 'quietHours'],
} as const satisfies Record<string, readonly ReminderKey[]>;

export const isList = (key: ReminderKey) => Array.isArray(defaultReminders[key]);

/** Several numbers as staff write them; nothing for what a deal of an older plan does not know. */
export function numbersText(value: number | number[] | undefined): string {
  return [value ?? []].flat().join(', ');
}
