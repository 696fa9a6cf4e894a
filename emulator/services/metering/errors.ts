import { AwsError } from '../../wire/errors.ts';
import type { ServiceErrors } from '../../wire/operation.ts';

/** The metering service's client errors are all of one shape. */
export const fail = (code: string, message: string) => new AwsError({ code, message });

export const errors: ServiceErrors = {
  invalid: problems =>
    fail('ValidationException', problems.map(({ field, message }) => `${field}: ${message}`).join('; ')),
  throttled: fail('ThrottlingException', 'The calls to the API are throttled.'),
  internal: new AwsError({
    code: 'InternalServiceErrorException',
    message: 'An internal error has occurred. Retry your request.',
    status: 500,
  }),
};
