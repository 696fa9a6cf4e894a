import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../../shared/config.ts';
import { hostCookie, isSecure } from '../../../plugins/host-cookie.ts';
import type { Begun } from './provider.ts';

/** A sign-in that is under way, and where it goes on to. */
export type Pending = Begun & { next: string };

const patienceSeconds = 10 * 60;
const cookie = (config: Config) => hostCookie('offerdesk-oidc', config);

/** Keeps it in the browser that has begun it, and nowhere else: who only opens the page leaves nothing in the database. */
export function keepPending(reply: FastifyReply, config: Config, pending: Pending): void {
  reply.setCookie(cookie(config), JSON.stringify(pending), {
    path: '/',
    httpOnly: true,
    // The provider leads back here by a link of its own.
    sameSite: 'lax',
    secure: isSecure(config),
    signed: true,
    maxAge: patienceSeconds,
  });
}

/** Takes it out of the browser: a sign-in is finished once. Nothing for one that was begun elsewhere, or long ago. */
export function takePending(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  config: Config,
): Pending | undefined {
  const { valid, value } = request.unsignCookie(request.cookies[cookie(config)] ?? '');
  reply.clearCookie(cookie(config), { path: '/' });
  if (!valid || !value) return undefined;
  const pending: Pending = JSON.parse(value);
  return pending;
}
