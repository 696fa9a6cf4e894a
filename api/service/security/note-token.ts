import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../deps.ts';
import { noteSecurity } from './note.ts';

/** As many callers as are remembered until the next minute. */
const mostRemembered = 1000;
const pauseMs = 60_000;

/**
 * Notes that a program has used its token, or that one was refused (without a name), once a minute for each and each place,
 * so that a busy one costs no write a request. It never holds the request up: whether a token is good has been decided.
 */
export function tokenNotes(deps: Pick<Deps, 'db'>) {
  const noted = new Map<string, number>();
  return (request: FastifyRequest, name?: string): void => {
    const key = `${name ?? ''} ${request.ip}`;
    if (Date.now() - (noted.get(key) ?? 0) < pauseMs) return;
    if (noted.size >= mostRemembered) noted.clear();
    noted.set(key, Date.now());
    const what = name === undefined ? 'tokenRefused' : 'tokenUsed';
    noteSecurity(deps, request, { what, door: 'api', who: name }).catch((error: unknown) =>
      request.log.warn({ err: error }, 'the use of a token is not noted'),
    );
  };
}
