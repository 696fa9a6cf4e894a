import type { Deal } from '../deal.ts';
import type { Rules } from '../part.ts';
import type { Refusal } from '../refusals.ts';
import { openStages, stages } from '../stages.ts';
import { isReminder } from './deadline.ts';
import { deadlines } from './plan.ts';
import { reminderLimits } from './reminder-limits.ts';
import { refusedTakeBack } from './take-back.ts';

export type ReminderCommand =
  | 'sendReminderNow'
  | 'skipReminder'
  | 'takeBackReminder'
  | 'changeReminders'
  | 'stopReminders'
  | 'resumeReminders';

/** Who is reminded, and how often. */
export const reminderRules: Rules<ReminderCommand> = {
  sendReminderNow: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => notPlanned(deal, command.key),
  },
  skipReminder: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => notPlanned(deal, command.key),
  },
  takeBackReminder: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command: { key }, now }) => refusedTakeBack(deal, { key, now }),
  },
  changeReminders: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command }) => {
      const fields = reminderLimits(command.reminders);
      return fields.length > 0 ? { code: 'fieldsInvalid', fields } : undefined;
    },
  },
  stopReminders: { who: ['buyer', 'sales', 'support'], stages },
  resumeReminders: { who: ['buyer', 'sales', 'support'], stages },
};

function notPlanned(deal: Deal, key: string): Refusal | undefined {
  const planned = deadlines(deal).some(
    deadline => deadline.key === key && isReminder(deadline) && !deadline.byHand,
  );
  return planned ? undefined : { code: 'unknownReminder' };
}
