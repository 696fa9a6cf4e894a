import type { ClientSession } from 'mongoose';
import { keysOf } from '../../deal/keys-of.ts';
import type { Database } from '../models/database.ts';
import { type DeskValueName, type DeskValues, deskValues } from './values.ts';

/**
 * What was decided at the desk about one thing, as it is kept now; nothing as long as the environment's value holds.
 * Throws an Error for what this release does not understand.
 */
export async function readDeskValue<Name extends DeskValueName>(
  db: Pick<Database, 'deskSettings'>,
  name: Name,
  session?: ClientSession,
): Promise<DeskValues[Name] | undefined> {
  const kept = await db.deskSettings.findById(name, null, { session }).lean();
  return kept ? deskValues[name].read(kept.value) : undefined;
}

/** All that was decided at the desk. Throws as `readDeskValue` does. */
export async function readDeskValues(db: Pick<Database, 'deskSettings'>): Promise<Partial<DeskValues>> {
  const kept = await db.deskSettings.find({ _id: { $in: Object.keys(deskValues) } }).lean();
  const decided = keysOf(deskValues).flatMap(name => {
    const row = kept.find(({ _id }) => _id === name);
    return row ? [{ [name]: deskValues[name].read(row.value) }] : [];
  });
  return Object.assign({}, ...decided);
}
