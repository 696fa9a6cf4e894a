import { Type } from 'typebox';
import { mailTopics } from '../../../deal/mails/topics.ts';
import { reminderKeys } from '../../../deal/reminders/reminder-limits.ts';
import { currencies } from '../../../deal/terms/money.ts';
import { deskRoles } from '../../../shared/models/staff.ts';
import { isList } from '../../desk/reminders/plan-fields.ts';
import type { ValueName } from '../../desk/settings/values/change-value.ts';
import { strict, words } from '../schemas.ts';

const amount = words(
  'Of terms that pass it, in units of the currency, such as `50000.00`; 0 asks for every deal',
);

/** What each value looks like to programs. What it may be is judged by the rules of the desk's form. */
export const valueSchemas = {
  limits: Type.Object(
    {
      discountPercent: Type.Number({ description: '0 to 100' }),
      durationMonths: Type.Integer({ description: '0 to 60' }),
      amount: Type.Object(Object.fromEntries(currencies.map(currency => [currency, amount])), strict),
    },
    {
      ...strict,
      description: 'Terms that pass any of these need an approver. A deal keeps those of its first day',
    },
  ),
  reminders: Type.Object(
    Object.fromEntries(
      reminderKeys.map(key => [key, isList(key) ? Type.Array(Type.Number()) : Type.Number()]),
    ),
    { ...strict, description: 'When whom is reminded. A deal keeps the plan of its first day' },
  ),
  vendor: Type.Object(
    {
      name: Type.String(),
      colour: words('`#rrggbb`, told apart from white'),
      logoUrl: words('`https://…`; empty for none'),
    },
    { ...strict, description: 'What buyers read as the name of the vendor, and how mails look' },
  ),
  secondFactor: Type.Object(
    { roles: Type.Array(Type.Enum([...deskRoles])) },
    { ...strict, description: 'Whose people need a code beside a password, from their next sign-in on' },
  ),
  chat: Type.Object(
    { topics: Type.Array(Type.Enum([...mailTopics])) },
    { ...strict, description: 'What is posted to the chat of the team, beside the mails to staff' },
  ),
} satisfies Record<ValueName, unknown>;

/** Of the documentation. */
export const valueTitles: Record<ValueName, string> = {
  limits: 'approval limits',
  reminders: 'the plan of reminders of new deals',
  vendor: 'the vendor’s name and look',
  secondFactor: 'the roles that need a second factor',
  chat: 'what is posted to the chat of the team',
};
