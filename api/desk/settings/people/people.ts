import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { ChangedFields } from '../../../../shared/models/desk/desk-change.ts';
import type { Staff } from '../../../../shared/models/staff.ts';
import { Problem } from '../../../../shared/problems.ts';

/** Somebody who works here, was invited, or has left. */
export interface Person extends Omit<Staff, 'passwordHash' | 'secondFactor'> {
  staffId: string;
  hasPassword: boolean;
  secondFactor?: { since: Date; recoveryLeft: number };
}

export type PersonState = 'active' | 'invited' | 'inactive';

export const stateOf = ({ active, invitedAt }: Pick<Person, 'active' | 'invitedAt'>): PersonState =>
  active ? 'active' : invitedAt ? 'invited' : 'inactive';

/** As many as a page shows; a company that has more staff at one desk looks for them by name. */
const most = 500;

/** Everybody, those who work here before those who have left, by name. */
export async function listPeople(db: Pick<Database, 'staff'>): Promise<Person[]> {
  const found = await db.staff.find().sort({ active: -1, name: 1 }).limit(most).lean();
  return found.map(personFrom);
}

/** Nothing for an id that nobody has. */
export async function findPerson(
  db: Pick<Database, 'staff'>,
  staffId: string,
  session?: ClientSession,
): Promise<Person | undefined> {
  if (!/^[0-9a-f]{24}$/.test(staffId)) return undefined;
  const found = await db.staff.findById(staffId, null, { session }).lean();
  return found ? personFrom(found) : undefined;
}

/** Throws the Problem notFound for an id that nobody has. */
export async function personBy({ db }: { db: Pick<Database, 'staff'> }, staffId: string): Promise<Person> {
  const person = await findPerson(db, staffId);
  if (!person) throw new Problem('notFound');
  return person;
}

/** What the changes tell of somebody. */
export function factsOf({ name, roles, language, timeZone, lead }: Editable): ChangedFields {
  return { name, roles, language, timeZone, ...(lead && { lead }) };
}

export type Editable = Pick<Staff, 'name' | 'roles' | 'language' | 'timeZone' | 'lead'>;

function personFrom({ passwordHash, secondFactor, _id, ...found }: Staff & { _id: unknown }): Person {
  return {
    ...found,
    staffId: String(_id),
    hasPassword: passwordHash !== undefined,
    ...(secondFactor && {
      secondFactor: { since: secondFactor.since, recoveryLeft: secondFactor.recovery.length },
    }),
  };
}
