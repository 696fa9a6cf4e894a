import { ApplicationFailure } from '@temporalio/activity';
import { type Answer, codeOfAnswer } from '../shared/webhooks/post.ts';

/** What a webhook did not take is tried again: after the pause that its answer asks for, else by the retry policy. */
export function notTaken(answer: Answer, { by, type }: { by: string; type: string }): ApplicationFailure {
  const asked = 'status' in answer ? answer.retryAfterSeconds : undefined;
  return ApplicationFailure.create({
    message: `the ${by} answered ${codeOfAnswer(answer)}`,
    type,
    ...(asked && { nextRetryDelay: asked * 1000 }),
  });
}
