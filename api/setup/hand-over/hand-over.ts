import type { Actor } from '../../../deal/people.ts';
import { canonicalEmail, isEmail } from '../../../shared/accounts/email-address.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { fieldsOf } from '../../accounts/form-fields.ts';
import type { Deps } from '../../deps.ts';
import { type Answer, askDeal } from '../../service/ask.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { Setup } from '../open-setup.ts';

const longestName = 100;

/** The colleague who was named, and what is wrong with that. */
export function readColleague(body: unknown, { accounts, setup }: Messages) {
  const typed = fieldsOf(body, ['name', 'email']);
  const fields = { name: typed.name.trim(), email: canonicalEmail(typed.email) };
  const { problems } = accounts;
  const errors: FieldErrors = {};
  if (!fields.name) errors.name = problems.required(setup.handOver.name);
  if (fields.name.length > longestName) errors.name = problems.tooLong(setup.handOver.name, longestName);
  if (!isEmail(fields.email)) errors.email = problems.email;
  return { fields, errors };
}

/**
 * Lets a colleague go on with a set-up, and has the deal write to him. The mail holds a plain link: he must prove that
 * the address is his. Without an answer there is no deal yet to write from. Throws the Problem temporalUnavailable.
 */
export async function handOver(
  deps: Deps,
  { setup, to, commandId }: { setup: Setup; to: { name: string; email: string }; commandId: string },
): Promise<Answer | undefined> {
  const { _id, dealId } = setup.session;
  const body = { type: 'handOverSetUp' as const, to };
  const answer = dealId && (await askDeal(deps, { dealId, body, by: buyerOf(setup), commandId }));
  if (answer && answer.state === 'refused') return answer;
  await deps.db.setupSessions.updateOne({ _id }, { $addToSet: { handedTo: to.email } });
  return answer || undefined;
}

/** Whoever came from AWS and has not signed in is known by the AWS account alone. */
function buyerOf({ session, user }: Setup): Actor {
  return user
    ? { kind: 'buyer', id: user.email, name: user.accountName }
    : { kind: 'buyer', id: `aws:${session.awsAccountId}` };
}
