import { currencies } from '../../../../deal/terms/money.ts';
import type { Config } from '../../../../shared/config.ts';
import type { DeskValues } from '../../../../shared/desk-settings/values.ts';
import type { ChangedFields, DeskChangeKind } from '../../../../shared/models/desk/desk-change.ts';
import { numbersText } from '../../reminders/plan-fields.ts';
import type { AskingSeen } from '../changes/asking.ts';
import { differing, type NotChanged } from '../changes/record-change.ts';
import { changeValue, type Needs } from './desk-value.ts';
import { shutsOutHimself } from './own-factor.ts';

/** What is one form and one change, in the order of the pages. */
export const valueNames = ['limits', 'reminders', 'vendor', 'secondFactor', 'chat'] as const;
export type ValueName = (typeof valueNames)[number];

/** Why a value was not set. `ownFactor`: whoever asks has no second factor himself, and would need one. */
export type WhyNoValue = 'changedMeanwhile' | 'ownFactor';

/** How the changes tell of each. */
const told: {
  [Name in ValueName]: { what: DeskChangeKind; facts: (value: DeskValues[Name]) => ChangedFields };
} = {
  limits: { what: 'limitsSet', facts: limitFacts },
  reminders: { what: 'remindersSet', facts: reminderFacts },
  vendor: { what: 'vendorSet', facts: ({ name, colour, logoUrl }) => ({ name, colour, logoUrl }) },
  secondFactor: { what: 'secondFactorSet', facts: ({ roles }) => ({ roles }) },
  chat: { what: 'chatSet', facts: ({ topics }) => ({ topics }) },
};

function limitFacts({ discountPercent, durationMonths, amount }: Config['limits']): ChangedFields {
  return {
    discountPercent: String(discountPercent),
    durationMonths: String(durationMonths),
    ...Object.fromEntries(currencies.map(currency => [currency, amount[currency]])),
  };
}

function reminderFacts(plan: Config['reminders']): ChangedFields {
  return Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, numbersText(value)]));
}

/** Sets one value for all of the desk, unless somebody has changed it since `seen`, the newest change that the reader knew. */
export function setValue<Name extends ValueName>(
  deps: Needs,
  name: Name,
  { value, ...asking }: AskingSeen & { value: DeskValues[Name] },
): Promise<NotChanged<WhyNoValue> | undefined> {
  const { what, facts } = told[name];
  return changeValue<Name, WhyNoValue>(deps, name, { about: name, ...asking }, async before => {
    const changed = differing(facts(before), facts(value));
    if (!changed) return undefined;
    if ('roles' in value && (await shutsOutHimself(deps, { ...value, by: asking.by })))
      return { refused: 'ownFactor' };
    return { value, done: { what, about: name, ...changed } };
  });
}
