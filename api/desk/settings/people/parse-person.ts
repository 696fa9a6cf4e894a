import { canonicalEmail, isEmail } from '../../../../deal/contract/email.ts';
import { longest } from '../../../../deal/contract/limits.ts';
import { isTimeZone } from '../../../../deal/contract/person-limits.ts';
import { languages } from '../../../../deal/people.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import { oneLine } from '../../../../shared/plain-text.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { Editable } from './people.ts';

/** The name of a role's tick box: a form's fields are told apart by their names alone. */
export const roleField = (role: string) => `role.${role}`;

/** What somebody may say of himself. */
export type About = Pick<Editable, 'name' | 'language' | 'timeZone'>;

/** Name, language and time zone as they were typed. */
export function parseAbout(
  values: FormValues,
  messages: Messages,
): { about: About; errors?: undefined } | { errors: FieldErrors } {
  const { problems, name: label } = messages.desk.settings.people;
  const name = oneLine(values.name ?? '').trim();
  const language = languages.find(each => each === values.language);
  const timeZone = values.timeZone ?? '';
  const errors = {
    ...(name === '' && { name: problems.required(label) }),
    ...(name.length > longest.name && { name: problems.tooLong(label, longest.name) }),
    ...(!isTimeZone(timeZone) && { timeZone: problems.timeZone }),
    ...(!language && { language: problems.language }),
  };
  if (!language || Object.keys(errors).length > 0) return { errors };
  return { about: { name, language, timeZone } };
}

/** What an admin says of somebody. `email` matters to an invitation alone. */
export function parsePerson(
  values: FormValues,
  messages: Messages,
): { person: Editable; email: string; errors?: undefined } | { errors: FieldErrors; emailError?: string } {
  const { problems } = messages.desk.settings.people;
  const parsed = parseAbout(values, messages);
  const roles = deskRoles.filter(role => values[roleField(role)] === 'yes');
  const lead = canonicalEmail(values.lead ?? '');
  const email = canonicalEmail(values.email ?? '');
  const errors = {
    ...parsed.errors,
    ...(roles.length === 0 && { roles: problems.noRole }),
  };
  if (parsed.errors || roles.length === 0) return { errors };
  return { person: { ...parsed.about, roles, ...(lead && { lead }) }, email };
}

/** Why nobody can be invited by this address. */
export const emailProblem = (values: FormValues, messages: Messages): FieldErrors =>
  isEmail(canonicalEmail(values.email ?? '')) ? {} : { email: messages.desk.settings.people.problems.email };
