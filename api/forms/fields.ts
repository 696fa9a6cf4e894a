import { Type } from 'typebox';

/** What was typed, by field name, exactly as typed. */
export type FormValues = Record<string, string>;

/** A field of a form, with its most characters. One that was not sent is empty. */
export const text = (maxLength: number) => Type.String({ maxLength, default: '' });

/** The form's own id; see nonce.ts. */
export const nonce = text(100);

/** Most characters of a field whose own limit is a matter of the deal. */
const longestField = 10_000;

/** A form whose fields are named by what its page shows: steps, terms. */
export const anyFields = Type.Record(Type.String(), Type.String({ maxLength: longestField }), {
  maxProperties: 2000,
});

/** The fields that were sent once, without the character NUL, which no keyboard has and no search in MongoDB may have. A page would not know what to do with one that was sent twice. */
export function formValues(sent: unknown): FormValues {
  const fields = typeof sent === 'object' && sent !== null ? Object.entries(sent) : [];
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll('\0', '')]] : [],
    ),
  );
}
