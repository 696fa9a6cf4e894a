import { randomUUID } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { Visit } from '../visit.ts';
import { keyFor } from './limit-by.ts';

/** Where staff, or customers, come in. */
export type Door = 'desk' | 'accounts';

const aYear = 365 * 24 * 60 * 60;
const nameOf = (door: Door) => `known-${door}`;

/** The id of a browser in which this person has signed in before; nothing for any other. The cookie is signed. */
export function knownBrowser(
  { request }: Pick<Visit, 'request'>,
  { door, email }: { door: Door; email: string },
): string | undefined {
  const { valid, value } = request.unsignCookie(request.cookies[nameOf(door)] ?? '');
  const [browser, person] = (valid && value ? value : '').split('.');
  return person === keyFor(email) ? browser : undefined;
}

/** Remembers that this person has signed in with this browser. It lets nobody in; it only asks to be counted apart. */
export function rememberBrowser(
  { request, reply }: Visit,
  { door, email, isSecure }: { door: Door; email: string; isSecure: boolean },
): void {
  const browser = knownBrowser({ request }, { door, email }) ?? randomUUID();
  reply.setCookie(nameOf(door), `${browser}.${keyFor(email)}`, {
    path: '/',
    maxAge: aYear,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    signed: true,
  });
}
