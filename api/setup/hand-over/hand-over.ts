import type { Actor } from '../../../deal/people.ts';
import type { Deps } from '../../deps.ts';
import { type Answer, askDeal } from '../../service/ask.ts';
import type { Setup } from '../open-setup.ts';
import type { Colleague } from './parse-colleague.ts';

/**
 * Lets a colleague go on with a set-up, and has the deal write to him. The mail holds a plain link: he must prove that
 * the address is his. Without an answer there is no deal yet to write from. Throws the Problem temporalUnavailable.
 */
export async function handOver(
  deps: Deps,
  { setup, to, commandId }: { setup: Setup; to: Colleague; commandId: string },
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
