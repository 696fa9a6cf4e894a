import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, Deps } from '../../deps.ts';
import { acceptMultipart } from '../../forms/multipart.ts';
import { grantBrowser } from '../../setup/browser-grant.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { type Arrival, arrive } from './arrive.ts';
import { type ArrivalProblem, UnknownProductPage, WayBackPage } from './pages.tsx';

const path = '/marketplace/register';
const tokenField = 'x-amzn-marketplace-token';
const retryAfterSeconds = 60;
/** A token has some hundred characters; nobody needs more than this. */
const longestBody = 16_384;

const statuses: Record<ArrivalProblem, number> = {
  start: 200,
  missing: 400,
  invalid: 400,
  expired: 410,
  unavailable: 503,
};

/**
 * The fulfilment URL, to which AWS makes the buyer's browser post a registration token. It is another site's form by
 * design: it has no CSRF token, brings none of our cookies, and must not replace a sign-in.
 */
export async function registrationRoutes(app: App, deps: Deps): Promise<void> {
  const { config } = deps;
  // AWS says "form data" and does not print the type; the platform itself can read the other kind of form.
  acceptMultipart(app, longestBody);

  // AWS fetches this address when a product is listed and wants 200 without a token.
  app.get(path, { schema: { hide: true } }, async (request, reply) => wayBack(request, reply, 'start'));

  const options = {
    schema: { hide: true },
    bodyLimit: longestBody,
    config: { crossSite: true, rateLimit: { max: 60, timeWindow: '1 minute' } },
  };
  app.post(path, options, async (request, reply) => {
    const token = tokenIn(request.body);
    if (!token) return wayBack(request, reply, 'missing');
    const arrival = await letIn(request, reply, token);
    if (arrival.outcome === 'arrived') return reply.redirect(`/setup/${arrival.session._id}`, 303);
    if (arrival.outcome === 'unknownProduct')
      return sendPage(reply, UnknownProductPage({ context: contextOf(request) }), 422);
    return wayBack(request, reply, arrival.outcome);
  });

  /** Whatever breaks on our side, the buyer is told that nothing is lost. */
  async function letIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Arrival> {
    try {
      const arrival = await arrive(deps, { token, language: languageOf(request), log: request.log });
      if (arrival.outcome === 'arrived') await grantBrowser(deps, { reply, sessionId: arrival.session._id });
      return arrival;
    } catch (error) {
      request.log.error({ err: error }, 'registration failed');
      return { outcome: 'unavailable' };
    }
  }

  const contextOf = (request: FastifyRequest) => pageContext(request, { config, url: path });

  function wayBack(request: FastifyRequest, reply: FastifyReply, problem: ArrivalProblem) {
    if (problem === 'unavailable') reply.header('retry-after', retryAfterSeconds);
    const products = config.products.map(product => product.title);
    const page = WayBackPage({
      context: contextOf(request),
      problem,
      manageUrl: config.MARKETPLACE_MANAGE_URL,
      products,
    });
    return sendPage(reply, page, statuses[problem]);
  }
}

/** Other fields of the form, such as the type of the offer, are the browser's word alone and not read. */
function tokenIn(body: unknown): string | undefined {
  const token = (body as Record<string, unknown> | null | undefined)?.[tokenField];
  return typeof token === 'string' && token.trim() !== '' ? token.trim() : undefined;
}
