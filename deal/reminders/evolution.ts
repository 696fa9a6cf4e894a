import type { Deal } from '../deal.ts';
import type { Evolution } from '../part.ts';
import { partPassing } from '../parts.ts';
import type { DeadlineKind } from './deadline.ts';
import { madeGoodBy } from './plan.ts';
import type { ReminderCommand } from './rules.ts';

/** What changes when the moment of a deadline has come; reminders change nothing but being sent. */
const passing: { readonly [K in DeadlineKind]?: (deal: Deal, at: string) => Deal } = partPassing;

export const reminderEvolution: Evolution<ReminderCommand | 'deadlinePassed'> = {
  deadlinePassed: (deal, { deadline: { key, kind } }, { at }) => {
    const noted = { ...deal, passed: [...deal.passed, key] };
    return passing[kind]?.(noted, at) ?? noted;
  },

  sendReminderNow: (deal, { key }, { at }) => ({
    ...deal,
    passed: [...deal.passed, ...madeGoodBy(deal, { key, at })],
  }),
  skipReminder: (deal, { key }) => ({ ...deal, passed: [...deal.passed, key] }),

  changeReminders: (deal, { reminders }, { at }) => ({
    ...deal,
    replannedAt: at,
    policy: { ...deal.policy, ...reminders },
  }),
  stopReminders: (deal, { email }) => ({
    ...deal,
    remindersStopped: [...new Set([...deal.remindersStopped, email.toLowerCase()])],
  }),
  resumeReminders: (deal, { email }, { at }) => ({
    ...deal,
    replannedAt: at,
    remindersStopped: deal.remindersStopped.filter(each => each !== email.toLowerCase()),
  }),
};
