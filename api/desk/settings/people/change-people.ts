import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { DeskChangeKind } from '../../../../shared/models/desk/desk-change.ts';
import type { Deps } from '../../../deps.ts';
import { type Asking, type AskingSeen, isProgram } from '../changes/asking.ts';
import { type Done, differing, type NotChanged, recordChange } from '../changes/record-change.ts';
import { changesSince } from '../changes/since.ts';
import { type Editable, factsOf, findPerson, type Person, stateOf } from './people.ts';

/** Why a person was not changed. */
export type Why =
  | 'known'
  | 'unknownLead'
  | 'lastAdmin'
  | 'ownRoles'
  | 'adminByProgram'
  | 'changedMeanwhile'
  | 'unknownStandIn'
  | 'ownStandIn'
  | 'notNow';

type Needs = Pick<Deps, 'db' | 'now'>;
export type Change = (person: Person, session: ClientSession) => Promise<Done | NotChanged<Why>>;

/** Those that a form about somebody may meet when it comes late. */
const ofFacts: readonly DeskChangeKind[] = ['staffAdded', 'staffBound', 'staffChanged'];

/** What others have changed of what his form shows, since `seen`, newest first. */
export const factsChangedSince = (
  db: Pick<Database, 'deskChanges'>,
  of: { email: string; seen: number; session?: ClientSession },
) => changesSince(db, { about: of.email, seen: of.seen, session: of.session, kinds: ofFacts });

/** What an admin says of somebody; nobody changes his own roles, and somebody stays who is an admin. */
export function changePerson(
  deps: Needs,
  staffId: string,
  { person: wanted, seen, ...asking }: AskingSeen & { person: Editable },
) {
  const { db } = deps;
  return changeOne(deps, { staffId, ...asking }, async (person, session) => {
    const { email } = person;
    if ((await factsChangedSince(db, { email, seen, session })).length > 0)
      return { refused: 'changedMeanwhile' };
    const changed = differing(factsOf(person), factsOf(wanted));
    if (!changed) return undefined;
    const refused = await obstacle(db, { person, wanted, by: asking.by, session });
    if (refused) return { refused };
    const { lead, ...set } = wanted;
    const update = lead ? { $set: { ...set, lead } } : { $set: set, $unset: { lead: 1 } };
    await db.staff.updateOne({ email }, update, { session });
    return { what: 'staffChanged', about: email, ...changed };
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
  return changeOne(deps, { staffId, ...asking }, async ({ email, active, roles, hasPassword }, session) => {
    if (active) return undefined;
    if (makesAdmin(roles, asking)) return { refused: 'adminByProgram' };
    if (!hasPassword) return { refused: 'notNow' };
    await deps.db.staff.updateOne({ email }, { $set: { active: true } }, { session });
    return { what: 'staffReactivated', about: email };
  });
}

/** One change of one person, written down with who made it. */
export function changeOne(
  { db, now }: Needs,
  { staffId, ...asking }: Asking & { staffId: string },
  change: Change,
): Promise<NotChanged<Why> | undefined> {
  return recordChange<Why>(db, { ...asking, at: now() }, async session => {
    const person = await findPerson(db, staffId, session);
    return person ? change(person, session) : { refused: 'notNow' };
  });
}

interface Wanted {
  person: Person;
  wanted: Editable;
  by: Asking['by'];
  session: ClientSession;
}

async function obstacle(db: Deps['db'], { person, wanted, by, session }: Wanted): Promise<Why | undefined> {
  const hasOtherRoles = String(person.roles) !== String(wanted.roles);
  if (hasOtherRoles && person.email === by.id) return 'ownRoles';
  if (!person.roles.includes('admin') && makesAdmin(wanted.roles, { by })) return 'adminByProgram';
  if (!wanted.roles.includes('admin') && (await isLastAdmin(db, person, session))) return 'lastAdmin';
  if (wanted.lead !== person.lead && !(await mayLead(db, { ...wanted, email: person.email, session })))
    return 'unknownLead';
  return undefined;
}

/** Whether a program would make somebody an admin. */
export const makesAdmin = (roles: Editable['roles'], { by }: Pick<Asking, 'by'>): boolean =>
  isProgram(by) && roles.includes('admin');

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
