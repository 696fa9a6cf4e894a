import type { FieldError } from '../refusals.ts';
import { error, isDate } from '../terms/field-checks.ts';
import { canonicalEmail, isEmail } from './email.ts';
import type { Schema } from './schema.ts';

/** More tell a reader nothing, and an answer must not be longer than what was sent. */
export const mostErrors = 20;

/** What does not hold of a value, by JSON pointers into it; empty when it is what the schema describes. At most 20. */
export function broken(schema: Schema, value: unknown): FieldError[] {
  const found: FieldError[] = [];
  for (const each of errorsIn(schema, value, '')) if (found.push(each) === mostErrors) break;
  return found;
}

/** The value with its e-mail addresses as they are written here. What has another form is left for `broken` to name. */
export function tidied(schema: Schema, value: unknown): unknown {
  if (typeof value === 'string') return schema.format === 'email' ? canonicalEmail(value) : value;
  if (!isObject(value)) return value;
  const { properties = {} } = branchOf(schema, value) ?? schema;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, known ? tidied(known, part) : part];
    }),
  );
}

function* errorsIn(schema: Schema, value: unknown, pointer: string): Generator<FieldError> {
  if (schema.anyOf) yield* branchErrors(schema, value, pointer);
  else if (schema.const !== undefined) yield* when(value !== schema.const, pointer, 'unknown');
  else if (schema.type === 'object') yield* objectErrors(schema, value, pointer);
  else if (schema.type === 'array') yield* arrayErrors(schema, value, pointer);
  else if (schema.type === 'string') yield* textErrors(schema, value, pointer);
  else if (schema.type === 'boolean') yield* when(typeof value !== 'boolean', pointer, 'wrongType');
  else yield* numberErrors(schema, value, pointer);
}

function* when(isWrong: boolean, pointer: string, code: FieldError['code'], limit?: string | number) {
  if (isWrong) yield error(pointer, code, limit);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The one of several forms that a value says it has. */
function branchOf({ anyOf = [] }: Schema, value: unknown): Schema | undefined {
  if (!isObject(value)) return undefined;
  return anyOf.find(({ properties = {} }) =>
    Object.entries(properties).every(
      ([name, { const: fixed }]) => fixed === undefined || value[name] === fixed,
    ),
  );
}

function* branchErrors(schema: Schema, value: unknown, pointer: string): Generator<FieldError> {
  const branch = branchOf(schema, value);
  if (branch) yield* errorsIn(branch, value, pointer);
  else yield error(pointer, 'wrongType');
}

function* objectErrors(schema: Schema, value: unknown, pointer: string): Generator<FieldError> {
  if (!isObject(value)) return yield error(pointer, value === undefined ? 'required' : 'wrongType');
  const { properties = {}, required = [], additionalProperties: others, minProperties = 0 } = schema;
  const missing = required.filter(name => value[name] === undefined);
  for (const name of missing) yield error(`${pointer}/${name}`, 'required');
  // JSON has no word for undefined: such a property is not sent.
  const sent = Object.keys(value).filter(name => value[name] !== undefined);
  if (sent.length < minProperties) yield error(pointer, 'tooFew', minProperties);
  for (const name of sent) {
    const known = Object.hasOwn(properties, name) ? properties[name] : others;
    const at = `${pointer}/${escaped(name)}`;
    if (known) yield* errorsIn(known, value[name], at);
    else if (others === false) yield error(at, 'unknown');
  }
}

/** As RFC 6901 writes a name, and no longer than names are. */
const escaped = (name: string) => name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

/** A list that is too long is not looked through. */
function* arrayErrors(
  { items, maxItems = Infinity }: Schema,
  value: unknown,
  pointer: string,
): Generator<FieldError> {
  if (!Array.isArray(value)) return yield error(pointer, 'wrongType');
  if (value.length > maxItems) return yield error(pointer, 'tooMany', maxItems);
  for (const [index, each] of value.entries()) if (items) yield* errorsIn(items, each, `${pointer}/${index}`);
}

function* textErrors(schema: Schema, value: unknown, pointer: string): Generator<FieldError> {
  const { minLength = 0, maxLength, format, enum: known } = schema;
  if (typeof value !== 'string') return yield error(pointer, 'wrongType');
  if (known) return yield* when(!known.includes(value), pointer, 'notOneOf', known.join(', '));
  if (minLength > 0 && value.trim() === '') return yield error(pointer, 'required');
  if (maxLength !== undefined && value.length > maxLength) return yield error(pointer, 'tooLong', maxLength);
  if (format === 'email') yield* when(!isEmail(value), pointer, 'notAnEmail');
  if (format === 'date') yield* when(!isDate(value), pointer, 'notADate');
  if (format === 'date-time') yield* when(Number.isNaN(Date.parse(value)), pointer, 'notADate');
}

function* numberErrors(schema: Schema, value: unknown, pointer: string): Generator<FieldError> {
  const { type, minimum = -Infinity, maximum = Infinity } = schema;
  if (typeof value !== 'number') return yield error(pointer, 'wrongType');
  if (type === 'integer' && !Number.isInteger(value)) return yield error(pointer, 'notWholeNumber');
  yield* when(!(value >= minimum && value <= maximum), pointer, 'outOfRange', `${minimum}–${maximum}`);
}
