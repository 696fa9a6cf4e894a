import { createHash, randomBytes } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SetupSession } from '../../shared/models/setup-session.ts';
import type { Deps } from '../deps.ts';
import { isSecure } from '../plugins/host-cookie.ts';

/** Its path is the session's, so that it cannot be a `__Host-` cookie. */
const cookieName = (config: Deps['config']) => (isSecure(config) ? '__Secure-setup' : 'setup');
const thirtyDays = 30 * 24 * 60 * 60;
/** Every arrival makes a grant; the oldest goes when somebody arrives again and again. */
const mostBrowsers = 20;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/**
 * Lets this browser open a set-up session, because it has just come from AWS with a good token. The cookie is one of its
 * own and goes to this session's pages alone: it neither replaces a sign-in nor another set-up in the same browser.
 */
export async function grantBrowser(
  { config, db }: Pick<Deps, 'config' | 'db'>,
  { reply, sessionId }: { reply: FastifyReply; sessionId: string },
): Promise<void> {
  const secret = randomBytes(32).toString('base64url');
  const browserHashes = { $each: [hashOf(secret)], $slice: -mostBrowsers };
  await db.setupSessions.updateOne({ _id: sessionId }, { $push: { browserHashes } });
  reply.setCookie(cookieName(config), `${sessionId}.${secret}`, {
    path: `/setup/${sessionId}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
    signed: true,
    maxAge: thirtyDays,
  });
}

/** True when this browser has come from AWS for this very set-up session. */
export function browserMayOpen(
  { config }: Pick<Deps, 'config'>,
  request: FastifyRequest,
  session: Pick<SetupSession, '_id' | 'browserHashes'>,
): boolean {
  const { valid, value } = request.unsignCookie(request.cookies[cookieName(config)] ?? '');
  if (!valid || !value) return false;
  const [sessionId, secret = ''] = value.split('.');
  return sessionId === session._id && session.browserHashes.includes(hashOf(secret));
}
