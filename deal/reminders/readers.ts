import { onSameDay } from '../calendar/working-hours.ts';
import { type Deal, signerOf } from '../deal.ts';
import type { Person } from '../people.ts';
import { hasEdition } from '../policy.ts';
import type { DeadlineKind } from './deadline.ts';

/** True when this address has asked for no more reminders. */
export function wantsNone({ remindersStopped = [] }: Pick<Deal, 'remindersStopped'>, email: string): boolean {
  return remindersStopped.includes(email.toLowerCase());
}

/** Who of the buyer's side is reminded, the one whose hours count first; without those who want none. */
export function buyersReminded(deal: Deal, kind: DeadlineKind): Person[] {
  return readersOf(deal, kind).filter(person => !wantsNone(deal, person.email));
}

/** When somebody last had a reminder; undefined when never, and in deals of the first edition, which do not ask. */
export function lastReminderTo({ policy, reminded }: Deal, { email }: Person): string | undefined {
  return hasEdition(policy, 2) ? reminded?.[email] : undefined;
}

/** True when somebody has had a reminder already on the day of a moment, by his own calendar. */
export function wasRemindedOn(at: string, deal: Deal, person: Person): boolean {
  const last = lastReminderTo(deal, person);
  return last !== undefined && onSameDay(last, at, person.timeZone);
}

function readersOf(deal: Deal, kind: DeadlineKind): Person[] {
  switch (kind) {
    case 'offerExpiring':
      return distinct([signerOf(deal), deal.inquiry.contact]);
    case 'chaseSetUp':
    case 'termEnding':
      return [signerOf(deal)];
    default:
      return [];
  }
}

/** Each address once. */
export function distinct(people: Person[]): Person[] {
  return people.filter((person, index) => people.findIndex(each => each.email === person.email) === index);
}
