import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../../shared/config.ts';

/**
 * JSON lines; a request by its method and the route that takes it, never by its address: an address may let its bearer
 * in, and can be spelled in more ways than anybody thinks of.
 */
export function loggerOptions({ LOG_LEVEL }: Config): FastifyServerOptions['logger'] {
  return {
    level: LOG_LEVEL,
    serializers: {
      req: request => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
      res: reply => ({ statusCode: reply.statusCode }),
    },
  };
}
