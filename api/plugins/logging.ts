import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../../shared/config.ts';
import { logAbout, logOptions, logStream } from '../../shared/log.ts';
import type { App } from '../deps.ts';

/**
 * JSON lines; a request by its method and the route that takes it, never by its address: an address may let its bearer
 * in, and can be spelled in more ways than anybody thinks of.
 */
export function loggerOptions({ LOG_LEVEL }: Config): FastifyServerOptions['logger'] {
  return {
    ...logOptions({ level: LOG_LEVEL, name: 'api' }),
    stream: logStream(),
    serializers: {
      req: request => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
      res: reply => ({ statusCode: reply.statusCode }),
    },
  };
}

/** What is logged while a request is under way is about what it turns out to be for: shared/log.ts. */
export function logRequests(app: App): void {
  app.addHook('onRequest', (_request, _reply, done) => logAbout({}, done));
}
