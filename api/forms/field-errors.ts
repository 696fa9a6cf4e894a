import type { FastifyRequest, FastifySchemaValidationError } from 'fastify';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';

/** What the form's schema does not allow, at its fields. Nothing when the schema holds. */
export function edgeErrors({ validationError }: FastifyRequest, { deal }: Messages): FieldErrors | undefined {
  if (!validationError) return undefined;
  const broken: FastifySchemaValidationError[] = validationError.validation;
  const named = broken.map(({ instancePath, params }) => [
    fieldAt(instancePath),
    deal.fields.tooLong(String(params.limit ?? '')),
  ]);
  return Object.fromEntries(named);
}

/** The field behind a JSON pointer (RFC 6901). */
const fieldAt = (pointer: string) => pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
