import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { schemaFaults } from '../faults/schema-faults.ts';
import { Problem } from '../problems.ts';

/** The value, of which the schema holds. Throws the Problem invalid that names every field that does not hold. */
export function checked<T>(schema: TSchema, value: unknown, at = ''): T {
  const errors = Value.Errors(schema, value);
  if (errors.length === 0) return value as T;
  const fields = errors
    .flatMap(schemaFaults)
    .map(({ pointer, detail }) => ({ pointer: `${at}${pointer}`, detail }));
  throw new Problem('invalid', { fields });
}

/** What a text says as JSON. Throws the Problem badRequest for any other text. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('badRequest', { cause: error });
  }
}
