import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { type Answer, codeOfAnswer } from '../../shared/webhooks/post.ts';

/**
 * What a webhook did not take is tried again: after the pause that its answer asks for, else by the retry policy. The
 * pause grows by a second with each attempt, so that a receiver that always says `1` is not asked every second.
 */
export function notTaken(answer: Answer, { by, type }: { by: string; type: string }): ApplicationFailure {
  const asked = 'status' in answer ? answer.retryAfterSeconds : undefined;
  return ApplicationFailure.create({
    message: `the ${by} answered ${codeOfAnswer(answer)}`,
    type,
    ...(asked && { nextRetryDelay: Math.max(asked, activityInfo().attempt) * 1000 }),
  });
}
