import { ApplicationFailure } from '@temporalio/activity';
import { isDenied } from '../../shared/marketplace/denied.ts';

/** Answers of AWS that the same request will get again, however often it is sent. */
const final = new Set([
  'ValidationException',
  'ResourceNotFoundException',
  'ResourceNotSupportedException',
  'InvalidParameterException',
  'ConflictException',
]);

interface FieldException {
  ValidationExceptionFieldList?: { ChangeType?: string; Field?: string; Message?: string }[];
}

/**
 * Runs one call to AWS. Throttling, quotas (402), 5xx, locks (423) and time-outs come through and are tried again; an answer
 * that would not change becomes a failure of the given type, in AWS's own words, for a person to cure, and one that AWS
 * gives because of who we are becomes `accessDenied`.
 */
export async function callAws<T>(call: () => Promise<T>, { refusedAs }: { refusedAs: string }): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isDenied(error)) throw ApplicationFailure.nonRetryable(inAwsWords(error), 'accessDenied');
    if (final.has(error.name)) throw ApplicationFailure.nonRetryable(inAwsWords(error), refusedAs);
    throw error;
  }
}

function inAwsWords(error: Error & FieldException): string {
  const fields = (error.ValidationExceptionFieldList ?? []).map(each =>
    `${each.ChangeType ?? ''} ${each.Field ?? ''}: ${each.Message ?? ''}`.trim(),
  );
  return [`${error.name}: ${error.message}`, ...fields].join('; ');
}
