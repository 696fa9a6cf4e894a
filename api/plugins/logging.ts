import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../../shared/config.ts';

/** Paths with a part that lets its bearer in, or act: the deal page, the reminders, the mailed links of an account. */
const bearing = /^(\/(?:offers|reminders|accounts\/verify|accounts\/new-password)\/)[^/?]+/;

/** The path without anything that lets a reader of the log in, and without the query. */
export function loggable(url: string): string {
  return url.replace(/\?.*$/, '').replace(bearing, '$1…');
}

/** JSON lines; requests by method and path alone, so that no token, address or form ever gets into a log. */
export function loggerOptions({ LOG_LEVEL }: Config): FastifyServerOptions['logger'] {
  return {
    level: LOG_LEVEL,
    serializers: {
      req: request => ({ method: request.method, url: loggable(request.url) }),
      res: reply => ({ statusCode: reply.statusCode }),
    },
  };
}
