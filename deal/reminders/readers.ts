import { onSameDay } from '../calendar/working-hours.ts';
import { type Deal, signerOf, signerProposed } from '../deal.ts';
import { distinct } from '../mails/mails.ts';
import type { Person } from '../people.ts';
import { type DeadlineKind, deadlineKinds, type ReminderReader } from './deadline.ts';

/** True when this address has asked for no more reminders. */
export function wantsNone({ remindersStopped }: Pick<Deal, 'remindersStopped'>, email: string): boolean {
  return remindersStopped.includes(email.toLowerCase());
}

/** Who of the buyer's side is reminded, the one whose hours count first; without those who want none. */
export function buyersReminded(deal: Deal, kind: DeadlineKind): Person[] {
  const people = (deadlineKinds[kind].readers ?? []).flatMap(reader => personAs(reader, deal, kind) ?? []);
  return distinct(people).filter(person => !wantsNone(deal, person.email));
}

function personAs(reader: ReminderReader, deal: Deal, kind: DeadlineKind): Person | undefined {
  if (reader === 'signer') return kind === 'proposalExpiring' ? signerProposed(deal) : signerOf(deal);
  return reader === 'contact' ? deal.inquiry.contact : undefined;
}

/** When somebody last had a reminder. */
export const lastReminderTo = ({ reminded }: Pick<Deal, 'reminded'>, { email }: Person): string | undefined =>
  reminded[email];

/** True when somebody has had a reminder already on the day of a moment, by his own calendar. */
export function wasRemindedOn(at: string, deal: Pick<Deal, 'reminded'>, person: Person): boolean {
  const last = lastReminderTo(deal, person);
  return last !== undefined && onSameDay(last, at, person.timeZone);
}
