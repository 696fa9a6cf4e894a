import { isAfter } from '../../../deal/calendar/moments.ts';
import { onSameDay } from '../../../deal/calendar/working-hours.ts';
import type { Entry } from '../../../deal/events.ts';
import type { MailRequest } from '../../../deal/mails/mails.ts';
import { mailsFor } from '../../../deal/mails/mails-for.ts';
import { type Deadline, type DeadlineKind, isReminder } from '../../../deal/reminders/deadline.ts';
import { reminderPosts } from '../../../deal/reminders/mails.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { buyersReminded } from '../../../deal/reminders/readers.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Step } from './history.ts';

/** A mail that the deal planned for a moment, and what became of it. */
export interface Reminder extends Deadline {
  /** The readers as they were planned last. */
  posts: Pick<MailRequest, 'template' | 'reader'>[];
  fate: Fate;
}
export type Fate =
  | { is: 'planned' }
  /** The moment came, and the deal asked for these mails. */
  | { is: 'asked'; mails: MailRequest[] }
  | { is: 'skipped'; why: string }
  /** It is no longer planned, and nothing that happened says why. */
  | { is: 'lost'; after: string };

const { deal: words, desk } = messagesIn('en');

/** Every mail that the deal ever planned, in the order of their moments. */
export function remindersIn(history: Step[]): Reminder[] {
  const reminders = new Map<string, Reminder>();
  for (const step of history) {
    const plan = planOf(step);
    for (const reminder of reminders.values())
      if (reminder.fate.is === 'planned' && !plan.some(({ key }) => key === reminder.key))
        reminder.fate = fateOf(reminder, { step, plan });
    for (const each of plan) reminders.set(each.key, each);
  }
  return [...reminders.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function planOf({ after }: Step): Reminder[] {
  return deadlines(after)
    .map(each => ({ ...each, posts: reminderPosts(after, each), fate: { is: 'planned' } as const }))
    .filter(({ posts }) => posts.length > 0);
}

function fateOf(reminder: Reminder, { step, plan }: { step: Step; plan: Reminder[] }): Fate {
  const { event } = step.entry;
  if (event.type === 'deadlinePassed' && event.deadline.key === reminder.key)
    return event.late ? { is: 'skipped', why: desk.lateNote } : { is: 'asked', mails: mailsFor(step) };
  if (recurring.includes(reminder.kind) && plan.some(({ kind }) => kind === reminder.kind))
    return { is: 'skipped', why: `planned anew after “${whatHappened(step.entry)}”` };
  if (isInThePlaceOf(reminder, step)) return { is: 'skipped', why: 'another one went out on that day' };
  return isReason(step.entry)
    ? { is: 'skipped', why: whatHappened(step.entry) }
    : { is: 'lost', after: whatHappened(step.entry) };
}

/** One of the kind was late, on a slow machine, and went out on the day of the next one: nobody gets two a day. */
function isInThePlaceOf({ kind, at }: Reminder, { entry: { event, decidedAt }, after }: Step): boolean {
  const [reader] = buyersReminded(after, kind);
  const isOfKind = event.type === 'deadlinePassed' && event.deadline.kind === kind;
  return (
    isOfKind && reader !== undefined && isAfter(at, decidedAt) && onSameDay(at, decidedAt, reader.timeZone)
  );
}

const recurring: readonly DeadlineKind[] = ['negotiationIdle', 'stuckReminder'];

/** That a mail went out, or that AWS was asked, is no reason to drop another mail. */
function isReason({ event }: Entry): boolean {
  if (event.type === 'deadlinePassed') return !isReminder(event.deadline);
  return !['mailsSent', 'changeSetStarted'].includes(event.type);
}

/** One line of the timeline, in the words of the desk. */
export function whatHappened({ event }: Entry): string {
  return event.type === 'deadlinePassed' ? desk.deadlines[event.deadline.kind] : words.events[event.type];
}
