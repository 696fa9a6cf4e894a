import csrfProtection from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import type { FastifyRequest } from 'fastify';
import type { App } from '../deps.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Another site may post here: the route relies on no cookie of ours, so a reader's cookies add nothing to such a post. */
    crossSite?: boolean;
  }
}

/**
 * Forms and their protection against forged posts. Every form that relies on cookies carries a token; /api takes JSON alone, which another
 * site cannot send with our cookies.
 */
export async function forms(app: App): Promise<void> {
  await app.register(formbody, { bodyLimit: 262_144 });
  await app.register(csrfProtection, { sessionPlugin: '@fastify/session' });
  // Before validation, which takes away the fields that a schema does not name.
  app.addHook('preValidation', (request, reply, done) => {
    if (needsToken(request)) app.csrfProtection(request, reply, done);
    else done();
  });
}

function needsToken({ method, routeOptions, url }: FastifyRequest): boolean {
  const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  return changes && !routeOptions.config?.crossSite && !url.startsWith('/api/');
}
