import { createHash } from 'node:crypto';

/** An id made from what was asked for, so that asking again finds the same thing. 160 bits. */
export function derivedId(prefix: 'user' | 'org', parts: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return `${prefix}_${digest.subarray(0, 20).toString('hex')}`;
}
