import { hashPassword, passwordVersionOf, verifyPassword } from '../../../shared/password.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../visit.ts';
import { byOf } from '../settings/admin.ts';
import { differing, recordChange } from '../settings/changes/record-change.ts';
import type { About } from '../settings/people/parse-person.ts';
import { factsOf, findPerson } from '../settings/people/people.ts';
import type { StaffMember } from '../staff.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/** What somebody says of himself. */
export async function changeAbout(
  { db, now }: Needs,
  staff: StaffMember,
  { about, commandId }: { about: About; commandId: string },
): Promise<void> {
  await recordChange(db, { by: byOf(staff), at: now(), commandId }, async session => {
    const person = await findPerson(db, staff.staffId, session);
    const changed = person && differing(factsOf(person), factsOf({ ...person, ...about }));
    if (!changed) return undefined;
    await db.staff.updateOne({ email: staff.email }, { $set: about }, { session });
    return { what: 'staffChanged', about: staff.email, ...changed };
  });
}

/** True when it is the person's present password. */
export async function isPresentPassword(
  { db }: Needs,
  { staffId }: StaffMember,
  password: string,
): Promise<boolean> {
  const found = await db.staff.findById(staffId, { passwordHash: 1 }).lean();
  return verifyPassword(password, found?.passwordHash);
}

/** Gives somebody a new password, and ends every sign-in of his but this one. */
export async function changeOwnPassword(
  { db, now }: Needs,
  { request: { session } }: Pick<Visit, 'request'>,
  { staff, password, commandId }: { staff: StaffMember; password: string; commandId: string },
): Promise<void> {
  const { staffId, email } = staff;
  const passwordHash = await hashPassword(password);
  await recordChange(db, { by: byOf(staff), at: now(), commandId }, async transaction => {
    await db.staff.updateOne({ email, active: true }, { $set: { passwordHash } }, { session: transaction });
    const others = { 'data.staffId': staffId, _id: { $ne: session.sessionId } };
    await db.webSessions.deleteMany(others, { session: transaction });
    return { what: 'staffPasswordChanged', about: email };
  });
  session.staffPasswordVersion = passwordVersionOf(passwordHash);
}
