import type { Database } from '../../shared/models/database.ts';
import { quickHash } from './quick-hash.ts';

/** One colleague of each role. */
export async function addStaffForTests(db: Pick<Database, 'staff'>, password: string): Promise<void> {
  const common = {
    language: 'en',
    timeZone: 'UTC',
    passwordHash: quickHash(password),
    active: true,
  } as const;
  for (const role of ['sales', 'approver', 'support', 'admin'] as const) {
    await db.staff.create({ ...common, email: `${role}@example.com`, name: role, roles: [role] });
  }
}
