import type { TSchema } from 'typebox';
import { Convert } from 'typebox/value';

type Nested = { [name: string]: string | Nested };

/** `events.delay=5` → `{ events: { delay: '5' } }`; a field left empty was not given. */
function nest(form: Record<string, string>): Nested {
  const nested: Nested = Object.create(null);
  for (const [name, value] of Object.entries(form)) {
    if (value === '') continue;
    const [first = '', second] = name.split('.');
    if (second) nested[first] = { ...(nested[first] as Nested), [second]: value };
    else nested[first] = value;
  }
  return { ...nested };
}

/** A page's form in the types of a JSON body. */
export const fromForm = (schema: TSchema, form: Record<string, string>): unknown =>
  Convert(schema, nest(form));
