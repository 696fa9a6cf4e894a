import { canonicalEmail, isEmail } from '../../../shared/accounts/email-address.ts';
import { passwordLength, passwordProblem } from '../../../shared/accounts/password-rule.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { fieldsOf } from '../../accounts/form-fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';

export interface RegistrationFields {
  accountName: string;
  email: string;
  password: string;
}

const longestName = 100;

/** What was typed into the registration form, and what is wrong with it. */
export function readRegistration(
  body: unknown,
  { accounts }: Messages,
): { fields: RegistrationFields; errors: FieldErrors } {
  const typed = fieldsOf(body, ['accountName', 'email', 'password']);
  const fields = {
    accountName: typed.accountName.trim(),
    email: canonicalEmail(typed.email),
    password: typed.password,
  };
  const { problems, fields: labels } = accounts;
  const errors: FieldErrors = {};
  if (!fields.accountName) errors.accountName = problems.required(labels.accountName);
  if (fields.accountName.length > longestName)
    errors.accountName = problems.tooLong(labels.accountName, longestName);
  if (!isEmail(fields.email)) errors.email = problems.email;
  const weak = passwordProblem(fields.password, fields);
  if (weak) errors.password = problems[weak](passwordLength[weak === 'passwordTooLong' ? 'max' : 'min']);
  return { fields, errors };
}
