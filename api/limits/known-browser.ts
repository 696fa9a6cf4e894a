import { randomUUID } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { Config } from '../../shared/config.ts';
import { hostCookie, isSecure } from '../plugins/host-cookie.ts';
import type { Visit } from '../visit.ts';
import { keyFor } from './limit-by.ts';

/** Where staff, or customers, come in. */
export type Door = 'desk' | 'accounts';

const aYear = 365 * 24 * 60 * 60;
const nameOf = (door: Door, config: Config) => hostCookie(`known-${door}`, config);

interface Person {
  door: Door;
  email: string;
  config: Config;
}

/** The id of a browser in which this person has signed in before; nothing for any other. The cookie is signed. */
export function knownBrowser(
  { request }: Pick<Visit, 'request'>,
  { door, email, config }: Person,
): string | undefined {
  const { valid, value } = request.unsignCookie(request.cookies[nameOf(door, config)] ?? '');
  const [browser, person] = (valid && value ? value : '').split('.');
  return person === keyFor(email) ? browser : undefined;
}

/** Remembers that this person has signed in with this browser. It lets nobody in; it only asks to be counted apart. */
export function rememberBrowser(visit: Visit, { door, email, config }: Person): void {
  const browser = knownBrowser(visit, { door, email, config }) ?? randomUUID();
  visit.reply.setCookie(nameOf(door, config), `${browser}.${keyFor(email)}`, {
    path: '/',
    maxAge: aYear,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
    signed: true,
  });
}
