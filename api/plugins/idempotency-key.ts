import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { languageOf } from '../ui/pages/language.ts';

/** What a header can hold, so that an answer can say it again. */
export const keyPattern = '^[!-~]{8,200}$';

/** The caller's own id of what he asks for, made up when he gives none. Throws the Problem badRequest for one that is none. */
export function idempotencyKey(request: FastifyRequest): string {
  const given = request.headers['idempotency-key'] ?? randomUUID();
  if (typeof given === 'string' && new RegExp(keyPattern).test(given)) return given;
  const { problems } = messagesIn(languageOf(request)).inquiry;
  throw new Problem('badRequest', { detail: problems.idempotencyKey });
}
