import { randomUUID } from 'node:crypto';
import { keepAccountMail, startKeptMail } from '../../../shared/mail/account-mail.ts';
import type { Staff } from '../../../shared/models/staff.ts';
import { recoveryHashOf } from '../../../shared/second-factor/recovery-codes.ts';
import { openFor } from '../../../shared/second-factor/sealed-secret.ts';
import { stepOf } from '../../../shared/second-factor/totp.ts';
import type { Deps } from '../../deps.ts';
import { recordChange } from '../settings/changes/record-change.ts';
import type { StaffMember } from '../staff.ts';
import { profileAt } from './change-second-factor.ts';

type Needs = Pick<Deps, 'db' | 'config' | 'now' | 'temporal'>;

/**
 * Takes a code of somebody's app, or one of his recovery codes, and takes none of them twice, also of two that come at the
 * same moment. A recovery code is written down among the changes, and its person is told by mail.
 */
export async function takeCode(deps: Needs, staff: StaffMember, typed: string): Promise<boolean> {
  const found = await deps.db.staff.findById(staff.staffId, { secondFactor: 1 }).lean();
  if (!found?.secondFactor) return false;
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits)
    ? takeStep(deps, { staff, code: digits, factor: found.secondFactor })
    : takeRecovery(deps, staff, typed);
}

interface Typed {
  staff: StaffMember;
  code: string;
  factor: NonNullable<Staff['secondFactor']>;
}

async function takeStep({ db, config }: Needs, { staff, code, factor }: Typed): Promise<boolean> {
  const { staffId } = staff;
  const secret = openFor({ secret: config.SESSION_SECRET, staffId }, factor.secret);
  const step = secret && stepOf({ secret, code, at: Date.now() });
  if (!step) return false;
  const unused = { _id: staffId, 'secondFactor.lastStep': { $lt: step } };
  const taken = await db.staff.updateOne(unused, { $set: { 'secondFactor.lastStep': step } });
  return taken.modifiedCount === 1;
}

async function takeRecovery(deps: Needs, staff: StaffMember, typed: string): Promise<boolean> {
  const { db, now, config } = deps;
  const hash = recoveryHashOf(typed);
  const { email, name, language, timeZone } = staff;
  const told = { key: `recovery-code:${randomUUID()}`, template: 'recoveryCodeUsed' } as const;
  const asked = { by: { id: email, name }, at: now() };
  const refused = await recordChange<'wrong'>(db, asked, async session => {
    const left = { _id: staff.staffId, 'secondFactor.recovery': hash };
    const pull = { $pull: { 'secondFactor.recovery': hash } } as const;
    const taken = await db.staff.findOneAndUpdate(left, pull, { session, returnDocument: 'after' }).lean();
    if (!taken) return { refused: 'wrong' };
    const codesLeft = taken.secondFactor?.recovery.length ?? 0;
    const props = { name, timeZone, at: now(), left: codesLeft, profileUrl: profileAt(config) };
    await keepAccountMail(deps, { ...told, to: { name, email, language }, props }, session);
    return { what: 'recoveryCodeUsed', about: email };
  });
  if (refused) return false;
  await startKeptMail(deps, told);
  return true;
}
