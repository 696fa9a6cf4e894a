import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { ChangedFields, DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { Asking } from './asking.ts';

/** Why nothing was changed, in the caller's own codes. */
export interface NotChanged<Why extends string> {
  refused: Why;
}

/** What was done; nothing when all was so already. */
export type Done = Pick<DeskChange, 'what' | 'about' | 'before' | 'after'> | undefined;

type Asked = Pick<Asking, 'by' | 'said'> & {
  /** Business time, ISO. */
  at: string;
  commandId?: string;
};

/**
 * Makes one change of the desk and writes down who made it, both or neither. Changes are made one after the other, so what
 * `change` has read still holds when it writes: no two admins can take each other's role away. `change` may be called again.
 * Throws the Problem commandIdReused.
 */
export async function recordChange<Why extends string>(
  db: Pick<Database, 'connection' | 'deskChanges'>,
  { by, at, commandId, said }: Asked,
  change: (session: ClientSession) => Promise<Done | NotChanged<Why>>,
): Promise<NotChanged<Why> | undefined> {
  return db.connection.transaction(async session => {
    if (commandId && (await isDone(db, { commandId, said, session }))) return undefined;
    const done = await change(session);
    if (!done) return undefined;
    if ('refused' in done) return done;
    const last = await db.deskChanges.findOne({}, { _id: 1 }).sort({ _id: -1 }).session(session).lean();
    // Whoever takes the same number at the same time begins again with what is true by then.
    const asked = { ...(commandId && { commandId }), ...(said && { said }) };
    const row = { _id: (last?._id ?? 0) + 1, at: new Date(at), by, ...done, ...asked };
    await db.deskChanges.create([row], { session });
    return undefined;
  });
}

async function isDone(
  db: Pick<Database, 'deskChanges'>,
  { commandId, said, session }: Pick<Asking, 'commandId' | 'said'> & { session: ClientSession },
): Promise<boolean> {
  const done = await db.deskChanges.findOne({ commandId }, { said: 1 }).session(session).lean();
  if (done && done.said !== said) throw new Problem('commandIdReused');
  return done !== null;
}

/** Those fields that differ, as they were and as they are. Nothing when none does. */
export function differing(
  before: ChangedFields,
  after: ChangedFields,
): Required<Pick<DeskChange, 'before' | 'after'>> | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const those = (fields: ChangedFields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => changed.includes(name)));
  return changed.length > 0 ? { before: those(before), after: those(after) } : undefined;
}
