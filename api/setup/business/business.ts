import { type BusinessProfile, type TeamSize, teamSizes } from '../../../shared/accounts/accounts.ts';
import { isCountry } from '../../../shared/accounts/countries.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { fieldsOf } from '../../accounts/form-fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';

/** The two short forms and what each asks for. */
export const businessForms = {
  1: ['companyName', 'country', 'phone'],
  2: ['jobTitle', 'teamSize', 'purpose'],
} as const;
export type BusinessForm = keyof typeof businessForms;
export type BusinessField = (typeof businessForms)[BusinessForm][number];

const required: readonly BusinessField[] = ['companyName', 'jobTitle'];
const longest: Record<BusinessField, number> = {
  companyName: 200,
  country: 2,
  phone: 40,
  jobTitle: 100,
  teamSize: 10,
  purpose: 1000,
};
export const longestOf = (field: BusinessField) => longest[field];

/** What was typed into one of the forms, and what is wrong with it. */
export function readBusiness(
  body: unknown,
  { form, messages }: { form: BusinessForm; messages: Messages },
): {
  fields: Partial<Record<BusinessField, string>>;
  profile: Partial<BusinessProfile>;
  errors: FieldErrors;
} {
  const names: readonly BusinessField[] = businessForms[form];
  const typed = fieldsOf(body, names);
  const fields = Object.fromEntries(names.map(name => [name, typed[name].trim()]));
  const checked = names.flatMap(name => {
    const problem = problemOf(name, fields[name] ?? '', messages);
    return problem ? [[name, problem] as const] : [];
  });
  return { fields, profile: fields as Partial<BusinessProfile>, errors: Object.fromEntries(checked) };
}

function problemOf(name: BusinessField, value: string, { accounts, setup }: Messages): string | undefined {
  const label = setup.business[name];
  if (required.includes(name) && !value) return accounts.problems.required(label);
  if (value.length > longest[name]) return accounts.problems.tooLong(label, longest[name]);
  if (name === 'country' && !isCountry(value)) return setup.business.unknownCountry;
  if (name === 'teamSize' && !teamSizes.includes(value as TeamSize)) return setup.business.noTeamSize;
  if (name === 'phone' && !/^(\+?[\d\s().-]{6,})?$/.test(value)) return setup.business.phoneProblem;
  return undefined;
}
