import { AwsError, type FieldProblem } from '../../wire/errors.ts';

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

export const invalidRequest = (problems: FieldProblem[]) =>
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
