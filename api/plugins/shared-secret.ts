import { timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../shared/problems.ts';
import type { App } from '../deps.ts';

/** Whoever has the secret sends as much as he likes; whoever tries others is soon heard no more. */
const wrongOnes = { max: 30, timeWindow: '1 minute' } as const;

/**
 * An onRequest hook that lets a program pass which sends this secret as `x-api-key`, before anything else of what it sends
 * is read. Throws the Problems notSignedIn, tooManyRequests after too many wrong ones from one address, and notFound while
 * there is no secret.
 */
export function requireSecret(app: App, secret: string): (request: FastifyRequest) => Promise<void> {
  const refuse = refuseWrong(app);
  return async request => {
    if (!secret) throw new Problem('notFound');
    if (!hasSecret(request, secret)) await refuse(request);
  };
}

/** Counts one more wrong secret from this address. Throws the Problem notSignedIn, or tooManyRequests after too many. */
export function refuseWrong(app: App): (request: FastifyRequest) => Promise<never> {
  const countWrong = app.createRateLimit(wrongOnes);
  return async request => {
    const count = await countWrong(request);
    throw new Problem(!count.isAllowed && count.isExceeded ? 'tooManyRequests' : 'notSignedIn');
  };
}

/** How long the comparison takes tells nothing of the secret. */
function hasSecret({ headers }: FastifyRequest, secret: string): boolean {
  const given = headers['x-api-key'];
  const [actual, expected] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(secret)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
