import { AwsError } from '../../wire/errors.ts';
import type { ServiceErrors } from '../../wire/operation.ts';

export const invalidParameter = (message: string) =>
  new AwsError({ code: 'InvalidParameterException', message });

export const errors: ServiceErrors = {
  invalid: problems =>
    invalidParameter(problems.map(({ field, message }) => `${field}: ${message}`).join('; ')),
  throttled: new AwsError({ code: 'ThrottlingException', message: 'The calls to the API are throttled.' }),
  internal: new AwsError({
    code: 'InternalServiceErrorException',
    message: 'An internal error has occurred. Retry your request.',
    status: 500,
  }),
};
