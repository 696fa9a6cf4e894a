import { scryptSync } from 'node:crypto';
import type { Database } from '../../shared/models/database.ts';

/** One colleague of each role. A hash brings its own parameters, and that of their password costs next to nothing. */
export async function addStaffForTests(db: Pick<Database, 'staff'>, password: string): Promise<void> {
  const common = {
    language: 'en',
    timeZone: 'UTC',
    passwordHash: quickHash(password),
    active: true,
  } as const;
  for (const role of ['sales', 'approver', 'support'] as const) {
    await db.staff.create({ ...common, email: `${role}@example.com`, name: role, roles: [role] });
  }
}

function quickHash(secret: string): string {
  const { N, r, p } = { N: 16, r: 1, p: 1 };
  const salt = 'tests';
  const key = scryptSync(secret, salt, 32, { N, r, p });
  return ['scrypt', N, r, p, Buffer.from(salt).toString('base64url'), key.toString('base64url')].join('$');
}
