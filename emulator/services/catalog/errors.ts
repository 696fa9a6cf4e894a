import { AwsError, type FieldProblem } from '../../wire/errors.ts';
import type { ServiceErrors } from '../../wire/operation.ts';

export type CatalogField = {
  Reason: 'CannotParse' | 'FieldValidationFailed' | 'Other' | 'UnknownOperation';
  EntityType?: string;
  EntityId?: string;
  ChangeType?: string;
  Field?: string;
  Message: string;
};

/** The Catalog API's 422. */
export const validationError = (message: string, fields: CatalogField[] = []) =>
  new AwsError({
    code: 'ValidationException',
    status: 422,
    message,
    members: fields.length > 0 ? { ValidationExceptionFieldList: fields } : {},
  });

const invalid = (problems: FieldProblem[]) =>
  validationError(
    problems.map(({ field, message }) => `${field} ${message}`).join('; '),
    problems.map(({ field, message }) => ({
      Reason: 'FieldValidationFailed',
      Field: field,
      Message: message,
    })),
  );

export const notFound = (message: string) =>
  new AwsError({ code: 'ResourceNotFoundException', status: 404, message });

export const inUse = (message: string) =>
  new AwsError({ code: 'ResourceInUseException', status: 423, message });

export const quotaExceeded = (message: string) =>
  new AwsError({ code: 'ServiceQuotaExceededException', status: 402, message });

export const errors: ServiceErrors = {
  invalid,
  throttled: new AwsError({ code: 'ThrottlingException', message: 'Too many requests.', status: 429 }),
  internal: new AwsError({
    code: 'InternalServiceException',
    message: 'There was an internal service exception.',
    status: 500,
  }),
};
