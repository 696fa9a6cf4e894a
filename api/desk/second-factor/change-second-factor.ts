import { keepAccountMail, startKeptMail } from '../../../shared/mail/account-mail.ts';
import { newRecoveryCodes, recoveryHashOf } from '../../../shared/second-factor/recovery-codes.ts';
import { openFor, sealFor } from '../../../shared/second-factor/sealed-secret.ts';
import { addressFor, newSecret, stepOf } from '../../../shared/second-factor/totp.ts';
import type { Deps } from '../../deps.ts';
import type { Asking } from '../settings/changes/asking.ts';
import { recordChange } from '../settings/changes/record-change.ts';
import { changeOne } from '../settings/people/change-people.ts';
import type { StaffMember } from '../staff.ts';

type Needs = Pick<Deps, 'db' | 'config' | 'now'>;
const by = ({ email, name }: StaffMember) => ({ id: email, name });

/** What a person scans or types, and what the form brings back. */
export interface BegunSetUp {
  /** In base32. */
  secret: string;
  /** The same, sealed for this form: it is kept once a code has shown that the app knows it. */
  sealed: string;
  /** What the QR code says. */
  address: string;
}

/** The set-up that somebody's form has brought back in `sealed`, so that he need not scan again, or another one. */
export function setUpFor(
  { config }: Pick<Deps, 'config'>,
  { staffId, email }: StaffMember,
  sealed = '',
): BegunSetUp {
  const sealing = { secret: config.SESSION_SECRET, staffId };
  const known = openFor(sealing, sealed);
  const secret = known ?? newSecret();
  return {
    secret,
    sealed: known ? sealed : sealFor(sealing, secret),
    address: addressFor({ secret, email }),
  };
}

interface SetUp {
  sealed: string;
  code: string;
  /** The sign-in that stays; all others end. */
  sessionId: string;
}

/** Asks for a second factor from now on. Gives the recovery codes, which are shown once; nothing for a wrong code. */
export async function switchOn(
  deps: Needs,
  staff: StaffMember,
  { sealed, code, sessionId }: SetUp,
): Promise<string[] | undefined> {
  const { db, now, config } = deps;
  const { staffId, email } = staff;
  const secret = openFor({ secret: config.SESSION_SECRET, staffId }, sealed);
  const lastStep = secret && stepOf({ secret, code: code.replace(/\s/g, ''), at: Date.now() });
  if (!lastStep) return undefined;
  const codes = newRecoveryCodes();
  const since = new Date(now());
  const secondFactor = { secret: sealed, since, lastStep, recovery: codes.map(recoveryHashOf) };
  const refused = await recordChange<'known'>(db, { by: by(staff), at: now() }, async session => {
    const without = { _id: staffId, active: true, secondFactor: { $exists: false } };
    const set = await db.staff.updateOne(without, { $set: { secondFactor } }, { session });
    if (set.modifiedCount === 0) return { refused: 'known' };
    await db.webSessions.deleteMany({ 'data.staffId': staffId, _id: { $ne: sessionId } }, { session });
    return { what: 'secondFactorOn', about: email };
  });
  return refused ? undefined : codes;
}

/** The password alone is enough again. */
export async function switchOff({ db, now }: Needs, staff: StaffMember, commandId: string): Promise<void> {
  await recordChange(db, { by: by(staff), at: now(), commandId }, async session => {
    const set = { _id: staff.staffId, secondFactor: { $exists: true } };
    const gone = await db.staff.updateOne(set, { $unset: { secondFactor: 1 } }, { session });
    return gone.modifiedCount === 1 ? { what: 'secondFactorOff', about: staff.email } : undefined;
  });
}

/** Other recovery codes in place of those before. Nothing without a second factor. */
export async function renewCodes({ db, now }: Needs, staff: StaffMember): Promise<string[]> {
  const codes = newRecoveryCodes();
  await recordChange(db, { by: by(staff), at: now() }, async session => {
    const set = { _id: staff.staffId, secondFactor: { $exists: true } };
    const $set = { 'secondFactor.recovery': codes.map(recoveryHashOf) };
    const made = await db.staff.updateOne(set, { $set }, { session });
    return made.modifiedCount === 1 ? { what: 'recoveryCodesMade', about: staff.email } : undefined;
  });
  return codes;
}

/**
 * An admin lets somebody in by the password alone who has lost everything else, and signs him out everywhere. The person is
 * told by mail, whoever asked.
 */
export async function resetSecondFactor(deps: Deps, staffId: string, asking: Asking) {
  const { db, now, config } = deps;
  const told = { key: `second-factor-reset:${asking.commandId}`, template: 'secondFactorReset' } as const;
  const refused = await changeOne({ db, now }, { staffId, ...asking }, async (person, session) => {
    const { name, email, language, timeZone, secondFactor } = person;
    if (!secondFactor) return undefined;
    const props = { name, timeZone, by: asking.by.name, at: now(), profileUrl: profileAt(config) };
    await keepAccountMail(deps, { ...told, to: { name, email, language }, props }, session);
    await db.staff.updateOne({ email }, { $unset: { secondFactor: 1 } }, { session });
    await db.webSessions.deleteMany({ 'data.staffId': staffId }, { session });
    return { what: 'secondFactorReset', about: email };
  });
  await startKeptMail(deps, told);
  return refused;
}

/** Where everybody looks after his own sign-in. */
export const profileAt = ({ PUBLIC_URL }: Pick<Deps['config'], 'PUBLIC_URL'>) => `${PUBLIC_URL}/desk/profile`;
