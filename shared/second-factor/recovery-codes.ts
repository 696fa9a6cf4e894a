import { createHash, randomInt } from 'node:crypto';

const howMany = 10;
/** Without those that are taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 16;

/** Codes for who has lost his telephone, each of 79 bits and for one sign-in. */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, newCode);

function newCode(): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What is kept of a code, however it is typed. Nobody guesses 79 bits, so that a plain hash is enough. */
export const recoveryHashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('base64url');
