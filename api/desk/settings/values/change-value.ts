import { currencies } from '../../../../deal/terms/money.ts';
import type { Config } from '../../../../shared/config.ts';
import type { DeskValues } from '../../../../shared/desk-settings/values.ts';
import type { ChangedFields, DeskChangeKind } from '../../../../shared/models/desk/desk-change.ts';
import type { AskingSeen } from '../changes/asking.ts';
import { differing, type NotChanged } from '../changes/record-change.ts';
import { changeValue, type Needs } from './desk-value.ts';

/** What is one form and one change. */
export const valueNames = ['limits', 'vendor'] as const;
export type ValueName = (typeof valueNames)[number];

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

/** Sets one value for all of the desk, unless somebody has changed it since `seen`, the newest change that the reader knew. */
export function setValue<Name extends ValueName>(
  deps: Needs,
  name: Name,
  { value, ...asking }: AskingSeen & { value: DeskValues[Name] },
): Promise<NotChanged<'changedMeanwhile'> | undefined> {
  const { what, facts } = told[name];
  return changeValue(deps, name, { about: name, ...asking }, async before => {
    const changed = differing(facts(before), facts(value));
    return changed && { value, done: { what, about: name, ...changed } };
  });
}
