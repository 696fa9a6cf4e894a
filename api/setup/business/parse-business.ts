import { type BusinessProfile, teamSizes } from '../../../shared/accounts/accounts.ts';
import { isCountry } from '../../../shared/accounts/countries.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
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

/** What one of the forms tells of the person, and what is wrong with it. */
export function parseBusiness(
  typed: Record<BusinessField, string>,
  { form, messages }: { form: BusinessForm; messages: Messages },
): { profile: Partial<BusinessProfile>; errors: FieldErrors } {
  const fields = businessForms[form].map(name => [name, typed[name].trim()] as const);
  const wrong = fields.flatMap(([name, value]) => {
    const problem = problemOf(name, value, messages);
    return problem ? [[name, problem]] : [];
  });
  return { profile: Object.fromEntries(fields), errors: Object.fromEntries(wrong) };
}

function problemOf(name: BusinessField, value: string, { accounts, setup }: Messages): string | undefined {
  const label = setup.business[name];
  if (required.includes(name) && !value) return accounts.problems.required(label);
  if (value.length > longest[name]) return accounts.problems.tooLong(label, longest[name]);
  if (name === 'country' && !isCountry(value)) return setup.business.unknownCountry;
  if (name === 'teamSize' && !teamSizes.some(size => size === value)) return setup.business.noTeamSize;
  if (name === 'phone' && !/^(\+?[\d\s().-]{6,})?$/.test(value)) return setup.business.phoneProblem;
  return undefined;
}
