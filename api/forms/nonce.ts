import { createHash, randomUUID } from 'node:crypto';
import { formValues } from './fields.ts';

const longestNonce = 100;

/** The form's own id, which its page gave it; a new one for a form that lost its own. */
export function nonceIn(body: unknown): string {
  const { nonce } = formValues(body);
  return nonce && nonce.length <= longestNonce ? nonce : randomUUID();
}

/**
 * The id of the command that a form stands for. The same press again is the same command; going back and writing
 * something else is another one, since the first would hide it.
 */
export function commandIdOf(body: unknown, nonce: string): string {
  const { _csrf, ...typed } = formValues(body);
  const digest = createHash('sha256').update(JSON.stringify({ ...typed, nonce }));
  return `form-${digest.digest('base64url')}`;
}
