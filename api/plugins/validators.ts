import ajvCompiler from '@fastify/ajv-compiler';
import type { FastifySchemaCompiler } from 'fastify';
import { isEmail } from '../../deal/contract/email.ts';

/** Fastify's own way to read a schema, but each is compiled when a request first needs it: a start waits for none of some hundreds. */
export function schemaValidators(): FastifySchemaCompiler<object> {
  const compile = ajvCompiler()(
    {},
    {
      customOptions: { allErrors: true, coerceTypes: true, removeAdditional: false },
      onCreate: ajv => ajv.addFormat('email', isEmail),
    },
  );
  return route => {
    let validate: ReturnType<typeof compile> | undefined;
    return value => {
      validate ??= compile(route);
      return validate(value) ? true : { error: validate.errors ?? [] };
    };
  };
}
