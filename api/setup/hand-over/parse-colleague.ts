import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';

export interface Colleague {
  name: string;
  email: string;
}

const longestName = 100;

/** The colleague who was named, and what is wrong with that. */
export function parseColleague(
  typed: Colleague,
  { accounts: { problems }, setup }: Messages,
): { colleague: Colleague; errors: FieldErrors } {
  const colleague = { name: typed.name.trim(), email: canonicalEmail(typed.email) };
  const errors: FieldErrors = {};
  if (!colleague.name) errors.name = problems.required(setup.handOver.name);
  if (colleague.name.length > longestName) errors.name = problems.tooLong(setup.handOver.name, longestName);
  if (!isEmail(colleague.email)) errors.email = problems.email;
  return { colleague, errors };
}
