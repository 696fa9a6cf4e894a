import { scryptSync } from 'node:crypto';

/** A password as the product stores it. A hash brings its own parameters, and those of this one cost next to nothing. */
export function quickHash(password: string): string {
  const [N, r, p] = [16, 1, 1];
  const salt = 'tests';
  const key = scryptSync(password, salt, 32, { N, r, p });
  return ['scrypt', N, r, p, Buffer.from(salt).toString('base64url'), key.toString('base64url')].join('$');
}
