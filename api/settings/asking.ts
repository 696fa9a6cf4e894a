import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { commandIds } from '../../deal/keys.ts';
import type { Asking } from '../desk/settings/changes/asking.ts';
import { callerOf } from '../plugins/callers.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Who asks for a change, and the id of what he asks for. Each caller has keys of his own, and a digest stands for them: keys of
 * programs and links of mails are derived from the id, which nobody else can ask for. Throws the Problem badRequest.
 */
export function askingIn(request: FastifyRequest): Asking {
  const caller = callerOf(request);
  const { id, name = id } = caller;
  const { method, url, body = null } = request;
  return {
    by: { id, name },
    commandId: `api-${digestOf(commandIds.chosen(caller, idempotencyKey(request)))}`,
    said: digestOf(JSON.stringify([method, url, body])),
  };
}
