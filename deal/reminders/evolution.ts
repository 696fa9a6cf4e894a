import { after } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import type { Evolution } from '../part.ts';
import { partPassing } from '../parts.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { deadlines, madeGoodBy } from './plan.ts';
import type { ReminderCommand } from './rules.ts';
import { takeBackFor, unskipped } from './take-back.ts';

const withoutHurried = (deal: Deal, key: string): Deal => ({
  ...deal,
  hurried: deal.hurried.filter(each => each.key !== key),
});

function hurriedFrom(deal: Deal, { key, at }: Pick<Deadline, 'key' | 'at'>): Deadline[] {
  const found = deadlines(deal).find(each => each.key === key);
  return found ? [{ key, kind: found.kind, at, byHand: true }] : [];
}

/** What changes when the moment of a deadline has come; reminders change nothing but being sent. */
const passing: { readonly [K in DeadlineKind]?: (deal: Deal, at: string) => Deal } = partPassing;

export const reminderEvolution: Evolution<ReminderCommand | 'deadlinePassed'> = {
  deadlinePassed: (deal, { deadline }, { at }) => {
    const { key, kind, byHand } = deadline;
    const met = byHand ? madeGoodBy(deal, deadline) : [key];
    const noted = { ...withoutHurried(deal, key), passed: [...deal.passed, ...met] };
    return passing[kind]?.(noted, at) ?? noted;
  },

  // Whoever presses has his seconds from the moment on at which the deal knows of it.
  sendReminderNow: (deal, { key }, { decidedAt }) => ({
    ...deal,
    hurried: [...deal.hurried, ...hurriedFrom(deal, { key, at: after(decidedAt, takeBackFor) })],
  }),
  skipReminder: (deal, { key }) => ({
    ...deal,
    passed: [...deal.passed, key],
    skipped: [...deal.skipped, key],
  }),
  takeBackReminder: (deal, { key }) => unskipped(withoutHurried(deal, key), key),

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
