import type { Deal } from '../deal.ts';
import type { Post } from '../mails/mails.ts';
import { isClosed } from '../stages.ts';
import { type Deadline, deadlineKinds, isReminder } from './deadline.ts';
import { reminderPosts } from './mails.ts';
import { deadlines } from './plan.ts';
import { buyersReminded, wasRemindedOn } from './readers.ts';

/** Why nobody of the buyer's side is reminded now. */
export const noReminderReasons = ['closed', 'nothingPlanned', 'unwanted', 'remindedToday'] as const;
export type NoReminder = (typeof noReminderReasons)[number];

/** The reminder that would be sent now, with the mails of it. */
export interface FittingReminder {
  deadline: Deadline;
  posts: Post[];
}

/**
 * The next planned reminder to the buyer's side: what he is to do decides which it is. None to people who want none, or have
 * had one today by their own calendar, or will within seconds. Pure.
 */
export function fittingReminder(deal: Deal, now: string): FittingReminder | NoReminder {
  if (isClosed(deal)) return 'closed';
  const deadline = deadlines(deal).find(each => isReminder(each) && isToBuyers(each));
  if (!deadline) return deal.remindersStopped.length > 0 ? 'unwanted' : 'nothingPlanned';
  const people = buyersReminded(deal, deadline.kind);
  if (people.length === 0) return 'unwanted';
  if (deadline.byHand || people.every(person => wasRemindedOn(now, deal, person))) return 'remindedToday';
  return { deadline, posts: reminderPosts(deal, { ...deadline, byHand: true }) };
}

const isToBuyers = ({ kind }: Deadline): boolean =>
  (deadlineKinds[kind].readers ?? []).some(reader => reader === 'signer' || reader === 'contact');
