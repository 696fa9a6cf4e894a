import type { DeadlineKind } from './deadlines/deadline.ts';
import { type Deal, signerOf } from './deal.ts';
import type { Person } from './people.ts';

/** True when this address has asked for no more reminders. */
export function wantsNone({ remindersStopped = [] }: Pick<Deal, 'remindersStopped'>, email: string): boolean {
  return remindersStopped.includes(email.toLowerCase());
}

/** Who of the buyer's side is reminded, the one whose hours count first; without those who want none. */
export function buyersReminded(deal: Deal, kind: DeadlineKind): Person[] {
  return readersOf(deal, kind).filter(person => !wantsNone(deal, person.email));
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
