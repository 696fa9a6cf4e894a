import { ApplicationFailure } from '@temporalio/activity';

/** Answers of AWS that the same request will get again, however often it is sent. */
const final = new Set([
  'AccessDeniedException',
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
 * Runs one call to AWS. Throttling, 5xx, locks (423) and time-outs come through and are tried again; an answer that
 * would not change becomes a failure of the given type, in AWS's own words, for a person to cure.
 */
export async function callAws<T>(call: () => Promise<T>, { refusedAs }: { refusedAs: string }): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || !final.has(error.name)) throw error;
    throw ApplicationFailure.nonRetryable(inAwsWords(error), refusedAs);
  }
}

function inAwsWords(error: Error & FieldException): string {
  const fields = (error.ValidationExceptionFieldList ?? []).map(each =>
    `${each.ChangeType ?? ''} ${each.Field ?? ''}: ${each.Message ?? ''}`.trim(),
  );
  return [`${error.name}: ${error.message}`, ...fields].join('; ');
}
