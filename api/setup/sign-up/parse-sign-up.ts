import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { passwordErrors } from '../../accounts/password-errors.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';

export interface SignUpFields {
  accountName: string;
  email: string;
  password: string;
}

const longestName = 100;

/** The account that somebody wants, and what is wrong with what he typed. */
export async function parseSignUp(
  typed: SignUpFields,
  messages: Messages,
): Promise<{ fields: SignUpFields; errors: FieldErrors }> {
  const { accountName, email, password } = typed;
  const fields = { accountName: accountName.trim(), email: canonicalEmail(email), password };
  const { problems, fields: labels } = messages.accounts;
  const errors: FieldErrors = {};
  if (!fields.accountName) errors.accountName = problems.required(labels.accountName);
  if (fields.accountName.length > longestName)
    errors.accountName = problems.tooLong(labels.accountName, longestName);
  if (!isEmail(fields.email)) errors.email = problems.email;
  return { fields, errors: { ...errors, ...(await passwordErrors(password, { ...fields, messages })) } };
}
