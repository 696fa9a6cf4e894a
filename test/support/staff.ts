import type { DeskValueName, DeskValues } from '../../shared/desk-settings/values.ts';
import type { Database } from '../../shared/models/database.ts';
import type { Product } from './product.ts';
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

/** Sets what admins decide, as the desk keeps it: the field of a configuration alone would be as before within two seconds. */
export async function setDeskValue<Name extends DeskValueName>(
  { db, deps }: Pick<Product, 'db' | 'deps'>,
  name: Name,
  value: DeskValues[Name],
): Promise<void> {
  await db.deskSettings.updateOne({ _id: name }, { $set: { value } }, { upsert: true });
  await deps.settings.refresh();
}
