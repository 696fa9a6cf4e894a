import { tokenHashOf } from '../../../shared/accounts/link-token.ts';
import { hashPassword } from '../../../shared/password.ts';
import type { Deps } from '../../deps.ts';
import { recordChange } from '../settings/changes/record-change.ts';
import { findPerson, type Person, stateOf } from '../settings/people/people.ts';
import { memberFrom, type StaffMember } from '../staff.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/** What a mailed link stands for; nothing for one that is used, too old, replaced, or never was one. */
export async function personBehind({ db, now }: Needs, token: string): Promise<Person | undefined> {
  const link = await db.staffLinks.findOne({ tokenHash: tokenHashOf(token) }).lean();
  if (!link || link.expiresAt.getTime() <= Date.parse(now())) return undefined;
  const person = await findPerson(db, link.staffId);
  return person && stateOf(person) !== 'inactive' ? person : undefined;
}

/**
 * Gives somebody the password that he has chosen with his link, once for each link, and ends everything that an old one
 * opened. Nothing when somebody was faster.
 */
export async function useLink(
  { db, now }: Needs,
  { token, person, password }: { token: string; person: Person; password: string },
): Promise<StaffMember | undefined> {
  const { staffId, email, name } = person;
  const passwordHash = await hashPassword(password);
  const refused = await recordChange<'over'>(db, { by: { id: email, name }, at: now() }, async session => {
    const used = await db.staffLinks.findOneAndDelete({ tokenHash: tokenHashOf(token) }, { session });
    if (!used) return { refused: 'over' };
    const update = { $set: { passwordHash, active: true }, $unset: { invitedAt: 1 } } as const;
    await db.staff.updateOne({ email }, update, { session });
    await db.webSessions.deleteMany({ 'data.staffId': staffId }, { session });
    return { what: 'staffLinkUsed', about: email };
  });
  const found = refused ? null : await db.staff.findOne({ email, passwordHash }).lean();
  return found ? memberFrom(found) : undefined;
}
