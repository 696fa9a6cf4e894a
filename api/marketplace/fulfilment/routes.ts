import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { acceptMultipart } from '../../forms/multipart.ts';
import { submit } from '../../forms/submit.ts';
import { grantBrowser } from '../../setup/browser-grant.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { type Arrival, arrive } from './arrive.ts';
import { type ArrivalProblem, UnknownProductPage, WayBackPage } from './pages.tsx';

const path = '/marketplace/register';
const tokenField = 'x-amzn-marketplace-token';
const retryAfterSeconds = 60;
/** AWS may take 8 s to say who comes and 4 s to say for what; whoever is sent away now has lost his way. */
const longestArrivalMs = 25_000;
/** A token has some hundred characters; nobody needs more than this. */
const longestBody = 16_384;

const statuses: Record<ArrivalProblem, number> = {
  start: 200,
  missing: 400,
  invalid: 400,
  expired: 410,
  unavailable: 503,
};

const body = Type.Object({ [tokenField]: text(longestBody) });

/**
 * The fulfilment URL, to which AWS makes the buyer's browser post a registration token. It is another site's form by
 * design: it has no CSRF token, brings none of our cookies, and must not replace a sign-in. Other fields of the form, such
 * as the type of the offer, are the browser's word alone and not read.
 */
export async function registrationRoutes(app: App, deps: Deps): Promise<void> {
  // AWS says "form data" and does not print the type; the platform itself can read the other kind of form.
  acceptMultipart(app, longestBody);

  // AWS fetches this address when a product is listed and wants 200 without a token.
  app.get(path, { schema: { hide: true } }, async (request, reply) =>
    wayBack(deps, { request, reply }, 'start'),
  );

  const options = {
    schema: { body, hide: true },
    bodyLimit: longestBody,
    handlerTimeout: longestArrivalMs,
    config: { crossSite: true, rateLimit: { max: 60, timeWindow: '1 minute' } },
  };
  app.post(path, options, async (request, reply) => {
    const token = request.body[tokenField].trim();
    const visit = { request, reply };
    let outcome: Exclude<Arrival['outcome'], 'arrived'> | 'missing' = 'unavailable';
    return submit(visit, {
      async ask() {
        const arrival = token ? await letIn(deps, visit, token) : ({ outcome: 'missing' } as const);
        if (arrival.outcome === 'arrived') return arrival.session;
        outcome = arrival.outcome;
        return { errors: {} };
      },
      goTo: ({ _id }) => `/setup/${_id}`,
      again: () =>
        outcome === 'unknownProduct' ? unknownProduct(deps, visit) : wayBack(deps, visit, outcome),
    });
  });
}

/** Whatever breaks on our side, the buyer is told that nothing is lost. Throws the Problem awsUnavailable. */
async function letIn(deps: Deps, { request, reply }: Visit, token: string): Promise<Arrival> {
  try {
    const arrival = await arrive(deps, { token, log: request.log });
    if (arrival.outcome === 'arrived') await grantBrowser(deps, { reply, sessionId: arrival.session._id });
    return arrival;
  } catch (cause) {
    throw new Problem('awsUnavailable', { cause });
  }
}

const contextOf = ({ config }: Deps, { request }: Visit) => pageContext(request, { config, url: path });

const unknownProduct = (deps: Deps, visit: Visit) =>
  sendPage(visit.reply, UnknownProductPage({ context: contextOf(deps, visit) }), 422);

function wayBack(deps: Deps, visit: Visit, problem: ArrivalProblem) {
  if (problem === 'unavailable') visit.reply.header('retry-after', retryAfterSeconds);
  const products = deps.config.products.map(product => product.title);
  const context = contextOf(deps, visit);
  const page = WayBackPage({ context, problem, manageUrl: deps.config.MARKETPLACE_MANAGE_URL, products });
  return sendPage(visit.reply, page, statuses[problem]);
}
