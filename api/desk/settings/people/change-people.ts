import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import type { Deps } from '../../../deps.ts';
import { type Done, differing, type NotChanged, recordChange } from '../changes/record-change.ts';
import { type Editable, factsOf, findPerson, type Person, stateOf } from './people.ts';

/** Why a person was not changed. */
export type Why =
  | 'known'
  | 'unknownLead'
  | 'lastAdmin'
  | 'ownRoles'
  | 'unknownStandIn'
  | 'ownStandIn'
  | 'notNow';

/** Who asks for a change, and the id of his command: the same one again changes nothing. */
export interface Asking {
  by: DeskChange['by'];
  commandId: string;
}

type Needs = Pick<Deps, 'db' | 'now'>;
export type Change = (person: Person, session: ClientSession) => Promise<Done | NotChanged<Why>>;

/** What an admin says of somebody; nobody changes his own roles, and somebody stays who is an admin. */
export function changePerson(
  deps: Needs,
  staffId: string,
  { person: wanted, ...asking }: Asking & { person: Editable },
) {
  const { db } = deps;
  return changeOne(deps, { staffId, ...asking }, async (person, session) => {
    const changed = differing(factsOf(person), factsOf(wanted));
    if (!changed) return undefined;
    const refused = await obstacle(db, { person, wanted, by: asking.by, session });
    if (refused) return { refused };
    const { lead, ...set } = wanted;
    const update = lead ? { $set: { ...set, lead } } : { $set: set, $unset: { lead: 1 } };
    await db.staff.updateOne({ email: person.email }, update, { session });
    return { what: 'staffChanged', about: person.email, ...changed };
  });
}

/** Signs somebody out everywhere. */
export function endSignIns(deps: Needs, staffId: string, asking: Asking) {
  return changeOne(deps, { staffId, ...asking }, async ({ email }, session) => {
    await deps.db.webSessions.deleteMany({ 'data.staffId': staffId }, { session });
    return { what: 'staffSignInsEnded', about: email };
  });
}

/** Lets somebody in no more, or takes his invitation back. */
export function deactivate(deps: Needs, staffId: string, asking: Asking) {
  const { db } = deps;
  return changeOne(deps, { staffId, ...asking }, async (person, session) => {
    const { email } = person;
    if (stateOf(person) === 'inactive') return undefined;
    if (email === asking.by.id) return { refused: 'ownRoles' };
    if (await isLastAdmin(db, person, session)) return { refused: 'lastAdmin' };
    await db.staff.updateOne({ email }, { $set: { active: false }, $unset: { invitedAt: 1 } }, { session });
    await db.staffLinks.deleteMany({ staffId }, { session });
    await db.webSessions.deleteMany({ 'data.staffId': staffId }, { session });
    return { what: 'staffDeactivated', about: email };
  });
}

/** Lets somebody in again who has a password. */
export function reactivate(deps: Needs, staffId: string, asking: Asking) {
  return changeOne(deps, { staffId, ...asking }, async ({ email, active, hasPassword }, session) => {
    if (active) return undefined;
    if (!hasPassword) return { refused: 'notNow' };
    await deps.db.staff.updateOne({ email }, { $set: { active: true } }, { session });
    return { what: 'staffReactivated', about: email };
  });
}

/** One change of one person, written down with who made it. */
export function changeOne(
  { db, now }: Needs,
  { staffId, by, commandId }: Asking & { staffId: string },
  change: Change,
): Promise<NotChanged<Why> | undefined> {
  return recordChange<Why>(db, { by, at: now(), commandId }, async session => {
    const person = await findPerson(db, staffId, session);
    return person ? change(person, session) : { refused: 'notNow' };
  });
}

interface Wanted {
  person: Person;
  wanted: Editable;
  by: DeskChange['by'];
  session: ClientSession;
}

async function obstacle(db: Deps['db'], { person, wanted, by, session }: Wanted): Promise<Why | undefined> {
  const hasOtherRoles = String(person.roles) !== String(wanted.roles);
  if (hasOtherRoles && person.email === by.id) return 'ownRoles';
  if (!wanted.roles.includes('admin') && (await isLastAdmin(db, person, session))) return 'lastAdmin';
  if (wanted.lead !== person.lead && !(await mayLead(db, { ...wanted, email: person.email, session })))
    return 'unknownLead';
  return undefined;
}

/** Nobody leads himself, and whoever leads works here. */
export async function mayLead(
  db: Pick<Database, 'staff'>,
  { lead, email, session }: { lead?: string; email: string; session?: ClientSession },
): Promise<boolean> {
  if (!lead) return true;
  return (
    lead !== email && (await db.staff.exists({ email: lead, active: true }).session(session ?? null)) !== null
  );
}

/** Nobody else could let people in then. */
export async function isLastAdmin(
  db: Pick<Database, 'staff'>,
  { email, roles, active }: Pick<Person, 'email' | 'roles' | 'active'>,
  session: ClientSession,
): Promise<boolean> {
  if (!active || !roles.includes('admin')) return false;
  const other = { email: { $ne: email }, roles: 'admin', active: true } as const;
  return (await db.staff.exists(other).session(session)) === null;
}
