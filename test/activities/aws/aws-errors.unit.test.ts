import { expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { callAws } from '../../../activities/aws/aws-errors.ts';

async function thrownFor(name: string): Promise<string> {
  const error = Object.assign(new Error('in the words of AWS'), { name });
  const thrown = await callAws(() => Promise.reject(error), { refusedAs: 'changeSetFailed' }).catch(
    each => each,
  );
  return thrown instanceof ApplicationFailure && thrown.nonRetryable ? (thrown.type ?? '') : 'tried again';
}

it.each([
  ['AccessDeniedException', 'accessDenied'],
  ['UnrecognizedClientException', 'accessDenied'],
  ['InvalidSignatureException', 'accessDenied'],
  ['SubscriptionRequiredException', 'accessDenied'],
  ['ValidationException', 'changeSetFailed'],
  ['ResourceNotFoundException', 'changeSetFailed'],
  ['ResourceNotSupportedException', 'changeSetFailed'],
  ['ConflictException', 'changeSetFailed'],
  ['ThrottlingException', 'tried again'],
  ['ResourceInUseException', 'tried again'],
  ['ServiceQuotaExceededException', 'tried again'],
  ['InternalServiceException', 'tried again'],
  ['ExpiredTokenException', 'tried again'],
  ['TimeoutError', 'tried again'],
])('an answer of AWS of the name %s: %s', async (name, becomes) => {
  expect(await thrownFor(name)).toBe(becomes);
});
