import { currencies } from '../../../../deal/terms/money.ts';
import type { Config } from '../../../../shared/config.ts';
import { readDeskValue } from '../../../../shared/desk-settings/read.ts';
import type { DeskValues } from '../../../../shared/desk-settings/values.ts';
import type { ChangedFields, DeskChangeKind } from '../../../../shared/models/desk/desk-change.ts';
import type { Deps } from '../../../deps.ts';
import { differing, type NotChanged, recordChange } from '../changes/record-change.ts';
import { changesSince } from '../changes/since.ts';
import type { Asking } from '../people/change-people.ts';

/** What is one form and one change. */
export type ValueName = 'limits' | 'vendor';

/** How the changes tell of each. */
const told: {
  [Name in ValueName]: { what: DeskChangeKind; facts: (value: DeskValues[Name]) => ChangedFields };
} = {
  limits: { what: 'limitsSet', facts: limitFacts },
  vendor: { what: 'vendorSet', facts: ({ name, colour, logoUrl }) => ({ name, colour, logoUrl }) },
};

function limitFacts({ discountPercent, durationMonths, amount }: Config['limits']): ChangedFields {
  return {
    discountPercent: String(discountPercent),
    durationMonths: String(durationMonths),
    ...Object.fromEntries(currencies.map(currency => [currency, amount[currency]])),
  };
}

/** As the desk has it now, read from the database: another process may have changed it a moment ago. */
export async function valueNow<Name extends ValueName>(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  name: Name,
): Promise<DeskValues[Name]> {
  return (await readDeskValue(db, name)) ?? config[name];
}

/** Sets one value for all of the desk, unless somebody has changed it since `seen`, the newest change that the reader knew. */
export async function setValue<Name extends ValueName>(
  { db, now, config, settings }: Pick<Deps, 'db' | 'now' | 'config' | 'settings'>,
  name: Name,
  { value, seen, by, commandId }: Asking & { value: DeskValues[Name]; seen: number },
): Promise<NotChanged<'changedMeanwhile'> | undefined> {
  const { what, facts } = told[name];
  const refused = await recordChange<'changedMeanwhile'>(db, { by, at: now(), commandId }, async session => {
    const newer = await changesSince(db, { about: name, seen, session });
    if (newer.length > 0) return { refused: 'changedMeanwhile' };
    const before = (await readDeskValue(db, name, session)) ?? config[name];
    const changed = differing(facts(before), facts(value));
    if (!changed) return undefined;
    await db.deskSettings.updateOne({ _id: name }, { $set: { value } }, { upsert: true, session });
    return { what, about: name, ...changed };
  });
  await settings.refresh();
  return refused;
}
