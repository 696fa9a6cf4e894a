import { randomUUID } from 'node:crypto';

/** What was typed, by field name, exactly as typed. */
export type FormValues = Record<string, string>;

/** The fields of a posted form. One that is missing or was sent twice is left out. */
export function formValues(body: unknown): FormValues {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

const longestNonce = 100;

/** The id of the command a form stands for; a new one for a form that lost its own. */
export function commandIdOf({ nonce }: FormValues): string {
  return nonce && nonce.length <= longestNonce ? nonce : randomUUID();
}
