import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** True when a program sends this secret as `x-api-key`; how long the comparison takes tells nothing of the secret. */
export function hasSecret({ headers }: FastifyRequest, secret: string): boolean {
  const given = headers['x-api-key'];
  const [actual, expected] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(secret)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
