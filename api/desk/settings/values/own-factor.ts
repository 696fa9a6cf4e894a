import type { DeskRole } from '../../../../shared/models/staff.ts';
import type { Deps } from '../../../deps.ts';
import type { Asking } from '../changes/asking.ts';

/**
 * Whether somebody asks for what he has not done himself: these roles are to have a second factor, one of them is his, he comes
 * in by a password, and has none. Whoever begins shows that it works here.
 */
export async function shutsOutHimself(
  { db }: Pick<Deps, 'db'>,
  { roles, by }: Pick<Asking, 'by'> & { roles: DeskRole[] },
): Promise<boolean> {
  const comesByPassword = { passwordHash: { $exists: true }, secondFactor: { $exists: false } };
  const himself = { email: by.id, active: true, roles: { $in: roles }, ...comesByPassword };
  return (await db.staff.exists(himself)) !== null;
}
