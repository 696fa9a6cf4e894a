import { addStaff, staffWithPassword } from '../../api/desk/staff.ts';
import { openDatabase } from '../../shared/models/database.ts';
import { people } from '../people.ts';

/** Makes sure that everyone in people.ts can sign in. Doing it again changes nothing, so sign-ins outlive a restart. */
export async function seedStaff(mongodbUri: string): Promise<void> {
  const db = await openDatabase(mongodbUri);
  try {
    for (const { role, ...person } of people)
      if (!(await staffWithPassword(db, person))) await addStaff(db, { ...person, roles: [role] });
  } finally {
    await db.close();
  }
}
