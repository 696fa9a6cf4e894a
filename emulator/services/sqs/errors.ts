import { AwsError } from '../../wire/errors.ts';
import type { ServiceErrors } from '../../wire/operation.ts';

export const noQueue = (name: string) =>
  new AwsError({
    code: 'com.amazonaws.sqs#QueueDoesNotExist',
    message: `The specified queue does not exist. The only one is ${name}.`,
  });

export const errors: ServiceErrors = {
  invalid: problems =>
    new AwsError({
      code: 'com.amazonaws.sqs#InvalidParameterValue',
      message: problems.map(({ field, message }) => `${field} ${message}`).join('; '),
    }),
  throttled: new AwsError({ code: 'com.amazonaws.sqs#RequestThrottled', message: 'Too many requests.' }),
  internal: new AwsError({
    code: 'InternalFailure',
    message: 'An internal error has occurred.',
    status: 500,
  }),
};
