import { Type } from 'typebox';
import Value from 'typebox/value';
import { keysOf } from '../../deal/keys-of.ts';
import { mailTopics } from '../../deal/mails/topics.ts';
import { isAmount } from '../../deal/terms/money.ts';
import { checkedProducts } from '../config/products.ts';
import { checkedReminders } from '../config/reminders.ts';
import type { Config } from '../config.ts';
import { pattern } from '../faults/schema-faults.ts';
import { deskRoles } from '../models/staff.ts';

/** What admins decide at the desk. The environment has the first value of each. */
export type DeskValues = Pick<
  Config,
  'products' | 'limits' | 'vendor' | 'reminders' | 'secondFactor' | 'chat'
>;
export type DeskValueName = keyof DeskValues;

const strict = { additionalProperties: false };
const amount = Type.Refine(Type.String(), text => isAmount(text, 3));

export const limitsSchema = Type.Object(
  {
    discountPercent: Type.Number({ minimum: 0, maximum: 100 }),
    durationMonths: Type.Integer({ minimum: 0, maximum: 60 }),
    amount: Type.Object({ USD: amount, AUD: amount, EUR: amount, GBP: amount, JPY: amount }, strict),
  },
  strict,
);

export const longestVendorName = 100;

export const vendorSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: longestVendorName }),
    colour: Type.String({ pattern: pattern('^#[0-9a-fA-F]{6}$', 'colour') }),
    logoUrl: Type.String({ pattern: pattern('^(https://\\S+)?$', 'secureAddress'), maxLength: 500 }),
  },
  strict,
);

export const secondFactorSchema = Type.Object({ roles: Type.Array(Type.Enum([...deskRoles])) }, strict);

export const chatSchema = Type.Object({ topics: Type.Array(Type.Enum([...mailTopics])) }, strict);

/** Each with what it may be. `read` throws an Error for what does not hold. */
export const deskValues: { [Name in DeskValueName]: { read: (kept: unknown) => DeskValues[Name] } } = {
  products: { read: kept => checkedProducts(kept, 'The products of the desk') },
  limits: { read: kept => Value.Parse(limitsSchema, kept) },
  vendor: { read: kept => Value.Parse(vendorSchema, kept) },
  reminders: { read: kept => checkedReminders(kept, 'The reminders of the desk') },
  secondFactor: { read: kept => Value.Parse(secondFactorSchema, kept) },
  chat: { read: kept => Value.Parse(chatSchema, kept) },
};

/** All of them, with their values in a configuration. */
export const deskValuesIn = (config: Config): DeskValues =>
  Object.assign({}, ...keysOf(deskValues).map(name => ({ [name]: config[name] })));
