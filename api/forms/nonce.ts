import { randomUUID } from 'node:crypto';
import { formValues } from './fields.ts';

const longestNonce = 100;

/** The id of what a form asks for: the same form again is the same command. A new one for a form that lost its own. */
export function nonceIn(body: unknown): string {
  const { nonce } = formValues(body);
  return nonce && nonce.length <= longestNonce ? nonce : randomUUID();
}
