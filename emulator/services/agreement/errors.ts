import { newId } from '../../engine/ids.ts';
import { AwsError } from '../../wire/errors.ts';

/** `reason` is one of the service's ValidationExceptionReason values. */
export const validationError = (reason: string, message: string, field?: string) =>
  new AwsError({
    code: 'ValidationException',
    message,
    members: { requestId: newId.request(), reason, fields: field ? [{ name: field, message }] : [] },
  });

export const notFound = (resourceType: string, resourceId: string) =>
  new AwsError({
    code: 'ResourceNotFoundException',
    message: `${resourceType} ${resourceId} not found.`,
    members: { requestId: newId.request(), resourceId, resourceType },
  });

export const conflict = (message: string, resourceId: string) =>
  new AwsError({
    code: 'ConflictException',
    message,
    members: { requestId: newId.request(), resourceId, resourceType: 'Agreement' },
  });
