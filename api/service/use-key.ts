import type { Database } from '../../shared/models/database.ts';
import { Problem } from '../../shared/problems.ts';
import type { Asking } from '../desk/settings/changes/asking.ts';

/**
 * Keeps what a key asks for before any of it is done: each of several deals knows its own part alone, and one that is asked
 * for nothing by the other content would not know at all. Throws the Problem commandIdReused when the key came with other content before.
 */
export async function useKey(
  { db }: { db: Pick<Database, 'usedKeys'> },
  { commandId, said }: Pick<Asking, 'commandId' | 'said'>,
): Promise<void> {
  const first = { said, at: new Date() };
  const kept = await db.usedKeys
    .findOneAndUpdate({ _id: commandId }, { $setOnInsert: first }, { upsert: true, returnDocument: 'after' })
    .lean();
  if (kept?.said !== said) throw new Problem('commandIdReused');
}
