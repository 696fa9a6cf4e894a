import type { ClientSession } from 'mongoose';
import { canonicalEmail } from '../../deal/contract/email.ts';
import { type Actor, type Language, type StaffRole, staffRoles } from '../../deal/people.ts';
import type { Database } from '../../shared/models/database.ts';
import type { DeskRole, Staff } from '../../shared/models/staff.ts';
import { hashPassword, passwordVersionOf, verifyPassword } from '../../shared/password.ts';
import { standingFor } from '../../shared/stand-ins.ts';

export interface StaffMember
  extends Pick<Staff, 'email' | 'name' | 'roles' | 'language' | 'timeZone' | 'lead'> {
  staffId: string;
  /** Another one with each new password, and no secret. Sign-ins that began with a former one are over. */
  passwordVersion: string;
  hasSecondFactor: boolean;
  /** Those who are away and whose part he does meanwhile. Their roles, but for admin, are among his. */
  standsInFor?: Pick<Staff, 'email' | 'name'>[];
  /** Address of the approver who is away, and for whom alone he is one. */
  approvesFor?: string;
}

type StaffDatabase = Pick<Database, 'staff'>;

/** Everybody who works at the desk now, by name. */
export async function listStaff(db: StaffDatabase): Promise<StaffMember[]> {
  const found = await db.staff.find({ active: true }).sort({ name: 1 }).lean();
  return found.map(memberFrom);
}

/** Those who may have deals of their own: who is an admin and nothing else cannot take a single step of one. */
export const mayOwnDeals = ({ roles }: Pick<StaffMember, 'roles'>) => roles.some(role => role !== 'admin');

/** Nothing for somebody who is unknown or has left. */
export async function findStaff(db: StaffDatabase, staffId: string): Promise<StaffMember | undefined> {
  const found = await db.staff.findOne({ _id: staffId, active: true }).lean();
  return found ? memberFrom(found) : undefined;
}

/** The person these belong to. Takes the same time for a wrong password and for an address nobody has. */
export async function staffWithPassword(
  db: StaffDatabase,
  { email, password }: { email: string; password: string },
): Promise<StaffMember | undefined> {
  const found = await db.staff.findOne({ email: canonicalEmail(email), active: true }).lean();
  const right = await verifyPassword(password, found?.passwordHash);
  return found && right ? memberFrom(found) : undefined;
}

export interface NewStaff {
  email: string;
  name: string;
  roles: DeskRole[];
  password: string;
  language?: Language;
  timeZone?: string;
  /** Address of who is told when this person does not answer in time. */
  lead?: string | undefined;
}

/** Adds a person, or gives the one with this address the new name, roles, lead and password. Gives the id. */
export async function addStaff(
  db: StaffDatabase,
  person: NewStaff,
  session?: ClientSession,
): Promise<string> {
  const { email, name, roles, password, language = 'en', timeZone = 'UTC', lead } = person;
  const passwordHash = await hashPassword(password);
  const known = { email: canonicalEmail(email) };
  const $set = { name, roles, language, timeZone, passwordHash, active: true, ...(lead && { lead }) };
  const $unset = { invitedAt: 1, secondFactor: 1, ...(!lead && { lead: 1 }) } as const;
  const options = { upsert: true, session, returnDocument: 'after' } as const;
  const { _id } = await db.staff.findOneAndUpdate(known, { $set, $unset }, options).orFail();
  return String(_id);
}

/** Business time, ISO. */
export async function noteSignIn(db: StaffDatabase, staffId: string, now: string): Promise<void> {
  await db.staff.updateOne({ _id: staffId }, { $set: { lastSignInAt: new Date(now) } });
}

/** Gives somebody who works at the desk a new password, and takes away a second factor that may be lost with the old one. */
export async function setStaffPassword(
  db: StaffDatabase,
  { email, password }: { email: string; password: string },
  session?: ClientSession,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const update = { $set: { passwordHash }, $unset: { secondFactor: 1 } } as const;
  await db.staff.updateOne({ email, active: true }, update, { session }).orFail();
}

/** A staff member as the deal's timeline names him. */
export function actorOf({ email, name, roles, approvesFor }: StaffMember): Actor {
  const standsInFor = approvesFor && { standsInFor: approvesFor };
  return { kind: 'staff', id: email, name, roles: partsIn(roles), ...standsInFor };
}

/** What a deal knows of somebody's roles. */
const partsIn = (roles: readonly DeskRole[]): StaffRole[] => staffRoles.filter(role => roles.includes(role));

/** The person with what he may do meanwhile in place of those who are away; `now` is ISO business time. */
export async function withLentRoles(
  db: StaffDatabase,
  staff: StaffMember,
  now: string,
): Promise<StaffMember> {
  const away = await standingFor(db, staff.email, now);
  if (away.length === 0) return staff;
  const lent = away.flatMap(({ roles }) => partsIn(roles));
  const approver = away.find(({ roles }) => roles.includes('approver'));
  return {
    ...staff,
    roles: [...new Set([...staff.roles, ...lent])],
    standsInFor: away.map(({ email, name }) => ({ email, name })),
    ...(approver && !staff.roles.includes('approver') && { approvesFor: approver.email }),
  };
}

/** Somebody as he stands in the database, with his id. */
export function memberFrom(found: Staff & { _id: unknown }): StaffMember {
  const { email, name, roles, language, timeZone, lead, passwordHash, secondFactor } = found;
  const passwordVersion = passwordVersionOf(passwordHash ?? '');
  const staffId = String(found._id);
  const hasSecondFactor = secondFactor !== undefined;
  const known = { staffId, email, name, roles, language, timeZone, passwordVersion, hasSecondFactor };
  return { ...known, ...(lead && { lead }) };
}

/** What a colleague is called; the address of somebody who is no more. */
export const nameOf = <Email extends string | undefined>(
  email: Email,
  colleagues: readonly Pick<StaffMember, 'email' | 'name'>[],
): string | Email => colleagues.find(each => each.email === email)?.name ?? email;
