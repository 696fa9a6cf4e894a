import { newId } from '../../engine/ids.ts';
import { AwsError } from '../../wire/errors.ts';
import type { ServiceErrors } from '../../wire/operation.ts';

/** `reason` is one of the service's ValidationExceptionReason values. */
export const validationError = (reason: string, message: string, field?: string) =>
  new AwsError({
    code: 'ValidationException',
    message,
    members: { requestId: newId.request(), reason, fields: field ? [{ name: field, message }] : [] },
  });

export const invalidToken = () =>
  validationError('INVALID_NEXT_TOKEN', 'nextToken is not valid.', 'nextToken');

export const notFound = (resourceType: string, resourceId: string) =>
  new AwsError({
    code: 'ResourceNotFoundException',
    message: `${resourceType} ${resourceId} not found.`,
    members: { requestId: newId.request(), resourceId, resourceType },
  });

export const errors: ServiceErrors = {
  invalid: problems =>
    new AwsError({
      code: 'ValidationException',
      message: problems.map(({ field, message }) => `${field} ${message}`).join('; '),
      members: {
        requestId: newId.request(),
        reason: problems.some(({ field }) => field.startsWith('filters')) ? 'INVALID_FILTERS' : 'OTHER',
        fields: problems.map(({ field, message }) => ({ name: field, message })),
      },
    }),
  throttled: new AwsError({ code: 'ThrottlingException', message: 'Rate exceeded.' }),
  internal: new AwsError({ code: 'InternalServerException', message: 'Unexpected error.', status: 500 }),
};
