import type { ClientSession } from 'mongoose';
import { readDeskValue } from '../../../../shared/desk-settings/read.ts';
import type { DeskValueName, DeskValues } from '../../../../shared/desk-settings/values.ts';
import type { Deps } from '../../../deps.ts';
import type { AskingSeen } from '../changes/asking.ts';
import { type Done, type NotChanged, recordChange } from '../changes/record-change.ts';
import { changesSince } from '../changes/since.ts';

export type Needs = Pick<Deps, 'db' | 'now' | 'config' | 'settings'>;

/** A value as the desk has it now, read from the database: another process may have changed it a moment ago. */
export async function valueNow<Name extends DeskValueName>(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  name: Name,
  session?: ClientSession,
): Promise<DeskValues[Name]> {
  return (await readDeskValue(db, name, session)) ?? config[name];
}

/** Another value and how the changes tell of it, why there is none, or nothing when all is so already. */
export type Changed<Value, Why extends string> =
  | { value: Value; done: NonNullable<Done> }
  | NotChanged<Why>
  | undefined;

/**
 * Changes a value for all of the desk by what it is now, unless somebody has changed the same, `about`, since the reader saw it.
 * From then on the desk's value holds, and not the environment's.
 */
export async function changeValue<Name extends DeskValueName, Why extends string = never>(
  deps: Needs,
  name: Name,
  { about, seen, ...asking }: AskingSeen & { about: string },
  change: (before: DeskValues[Name]) => Promise<Changed<DeskValues[Name], Why>>,
): Promise<NotChanged<Why | 'changedMeanwhile'> | undefined> {
  const { db, now, settings } = deps;
  const asked = { ...asking, at: now() };
  const refused = await recordChange<Why | 'changedMeanwhile'>(db, asked, async session => {
    const newer = await changesSince(db, { about, seen, session });
    if (newer.length > 0) return { refused: 'changedMeanwhile' };
    const changed = await change(await valueNow(deps, name, session));
    if (!changed || 'refused' in changed) return changed;
    const { value, done } = changed;
    await db.deskSettings.updateOne({ _id: name }, { $set: { value } }, { upsert: true, session });
    return done;
  });
  await settings.refresh();
  return refused;
}
