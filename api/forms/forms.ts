import csrfProtection from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import type { FastifyRequest, FastifySchema } from 'fastify';
import type { App } from '../deps.ts';
import { formValues } from './fields.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Another site may post here: the route relies on no cookie of ours, so a reader's cookies add nothing to such a post. */
    crossSite?: boolean;
  }
}

/**
 * Forms and their protection against forged posts. A form that relies on cookies carries a token. /api takes JSON alone,
 * which another site cannot send with our cookies, and where a cookie is the credential, only from our own pages.
 */
export async function forms(app: App): Promise<void> {
  await app.register(formbody, { bodyLimit: 262_144 });
  await app.register(csrfProtection, { sessionPlugin: '@fastify/session' });
  // A form that does not hold goes back to whoever typed it; `submit` sees to that.
  app.addHook('onRoute', route => {
    if (isPage(route.schema) && route.schema?.body) route.attachValidation = true;
  });
  app.addHook('preValidation', (request, reply, done) => {
    if (isPage(request.routeOptions.schema)) readFields(request);
    if (needsToken(request)) app.csrfProtection(request, reply, done);
    else done();
  });
  // An address that cannot be is no fault of what was typed.
  app.addHook('preHandler', async ({ validationError }) => {
    if (validationError && validationError.validationContext !== 'body') throw validationError;
  });
}

/** Pages for people hide themselves from the documentation of the API. */
const isPage = (schema?: FastifySchema) => schema?.hide === true;

const isApi = ({ routeOptions }: FastifyRequest) => routeOptions.url?.startsWith('/api/') === true;

const changes = ({ method }: FastifyRequest) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

function readFields(request: FastifyRequest): void {
  request.query = formValues(request.query);
  if (request.method === 'POST') request.body = formValues(request.body);
}

const needsToken = (request: FastifyRequest) =>
  changes(request) && !request.routeOptions.config?.crossSite && !isApi(request);
