import type {} from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { canonicalEmail } from '../../shared/accounts/email-address.ts';
import { Problem } from '../../shared/problems.ts';
import type { App } from '../deps.ts';
import { fieldsOf } from './form-fields.ts';

/**
 * Limits what is tried with one e-mail address, from wherever it comes: guesses of a password, and mails to somebody
 * who did not ask for them. The returned function throws the Problem tooManyForAddress.
 */
export function addressLimit(app: App, { max }: { max: number }) {
  const check = app.createRateLimit({ max, timeWindow: '15 minutes', keyGenerator: addressOf });
  return async (request: FastifyRequest): Promise<void> => {
    const limit = await check(request);
    if (!limit.isAllowed && limit.isExceeded) throw new Problem('tooManyForAddress');
  };
}

function addressOf(request: FastifyRequest): string {
  const { email } = fieldsOf(request.body, ['email']);
  return canonicalEmail(email || (request.session.signUp?.email ?? ''));
}

/** For each connection, on every form where somebody proves who he is or has a mail sent. */
export const perConnection = { rateLimit: { max: 30, timeWindow: '1 minute' } };
