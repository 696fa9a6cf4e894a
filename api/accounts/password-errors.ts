import { passwordLength, passwordProblem } from '../../shared/accounts/password-rule.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';

interface Owner {
  email: string;
  accountName: string;
  messages: Messages;
}

/** Why a password cannot be taken, in words at its field. Nothing when it can. */
export async function passwordErrors(
  password: string,
  { messages, ...owner }: Owner,
): Promise<FieldErrors | undefined> {
  const weak = await passwordProblem(password, owner);
  if (!weak) return undefined;
  const limit = passwordLength[weak === 'passwordTooLong' ? 'max' : 'min'];
  return { password: messages.accounts.problems[weak](limit) };
}
