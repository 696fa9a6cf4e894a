import type { FastifyError } from 'fastify';
import { schemaFaults } from '../../shared/faults/schema-faults.ts';
import { isDatabaseOutage } from '../../shared/models/outage.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_CSRF_INVALID_TOKEN: 'badFormToken',
  FST_CSRF_MISSING_SECRET: 'badFormToken',
  FST_ERR_HANDLER_TIMEOUT: 'tookTooLong',
};

/** Any error as one of the table; `internal` when it is none that anybody expected. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!isFastifyError(error)) return new Problem('internal', { cause: error });
  // An address that cannot be is an address where nothing is.
  if (error.validationContext === 'params') return new Problem('notFound', { cause: error });
  if (error.validation)
    return new Problem('invalid', { cause: error, fields: error.validation.flatMap(schemaFaults) });
  if (isDatabaseOutage(error)) return new Problem('databaseUnavailable', { cause: error });
  const code = byFastifyCode[error.code ?? ''] ?? byStatus(error.statusCode);
  return new Problem(code, { cause: error });
}

/** Everything that is thrown here is an error; which of Fastify's facts it has is looked at one by one. */
function isFastifyError(error: unknown): error is Error & Partial<FastifyError> {
  return error instanceof Error;
}

function byStatus(status = 500): ProblemCode {
  if (status === 429) return 'tooManyRequests';
  if (status === 404) return 'notFound';
  return status >= 400 && status < 500 ? 'badRequest' : 'internal';
}
