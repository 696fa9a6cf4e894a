import { isNear } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import type { Entry } from '../events.ts';
import { type MailRequest, type Post, type Reader, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import type { Person } from '../people.ts';
import { type Deadline, deadlineKinds, type ReminderReader } from './deadline.ts';
import { endOf } from './ends.ts';
import { buyersReminded, wasRemindedOn } from './readers.ts';

export const reminderMails: Mails = {
  deadlinePassed: ({ before }, { deadline, late }) => (late ? [] : reminderPosts(before, deadline)),
};

/** The mails that a deadline sends when it comes: to whom, and which. */
export function reminderPosts(deal: Deal, deadline: Omit<Deadline, 'key'>): Post[] {
  const { mail, readers = [] } = deadlineKinds[deadline.kind];
  if (!mail) return [];
  const staff = readers.flatMap(reader => staffAs(reader) ?? []);
  return [...toPeople(mail, buyersAt(deal, deadline)), ...staff.map(reader => ({ template: mail, reader }))];
}

function staffAs(reader: ReminderReader): Reader | undefined {
  return reader === 'signer' || reader === 'contact' ? undefined : { to: reader };
}

/** The plan keeps the day of the first reader; the others have calendars of their own. Whoever sends one by hand knows better. */
function buyersAt(deal: Deal, { kind, at, byHand }: Omit<Deadline, 'key'>): Person[] {
  const readers = buyersReminded(deal, kind);
  if (byHand) return readers;
  const end = endOf(deal, kind)?.end;
  if (end === undefined || isNear(at, end)) return readers;
  return readers.filter(person => !wasRemindedOn(at, deal, person));
}

/** Remembers who was reminded today. */
export function withReminded(deal: Deal, { event, at }: Entry, mails: MailRequest[]): Deal {
  if (mails.length === 0 || event.type !== 'deadlinePassed') return deal;
  const readers = mails.map(({ reader }) => (reader.to === 'person' ? reader.email : reader.to));
  return {
    ...deal,
    reminded: { ...deal.reminded, ...Object.fromEntries(readers.map(reader => [reader, at])) },
  };
}
