import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Marketplace } from '../engine/marketplace.ts';
import { restJson, unknownOperation } from '../wire/protocols.ts';
import { isSigned } from '../wire/sigv4.ts';
import { OFFERS } from './layout.tsx';
import { offerRoutes } from './offers/routes.tsx';
import { type Form, notFound, show } from './show.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { subscriptionRoutes } from './subscriptions/routes.tsx';
import { ACCOUNT_COOKIE, LANGUAGE_COOKIE, visitOf } from './visit.ts';

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400 } as const;

const HERE = 'http://here.invalid';

/** Only ways within this site, written as an address may be: `//elsewhere` leads out of it. */
function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !URL.canParse(next, HERE)) return OFFERS;
  const { origin, pathname, search } = new URL(next, HERE);
  return next.startsWith('/') && origin === HERE && !pathname.startsWith('//') ? pathname + search : OFFERS;
}

function signInRoutes(app: FastifyInstance, market: Marketplace) {
  app.get<{ Querystring: Form }>('/marketplace/sign-in', async (request, reply) => {
    const visit = visitOf(market, request);
    return show(
      reply,
      visit,
      visit.t.signInTitle,
      <SignInPage visit={visit} next={safeNext(request.query.next)} />,
    );
  });
  app.post<{ Body: Form }>('/marketplace/sign-in', async (request, reply) => {
    const { account = '', next } = request.body ?? {};
    if (/^\d{12}$/.test(account))
      return reply.setCookie(ACCOUNT_COOKIE, account, cookieOptions).redirect(safeNext(next), 303);
    const visit = visitOf(market, request);
    const page = <SignInPage visit={visit} next={safeNext(next)} problem={visit.t.wrongAccountId} />;
    return show(reply.code(422), visit, visit.t.signInTitle, page);
  });
  app.post('/marketplace/sign-out', async (_request, reply) =>
    reply.clearCookie(ACCOUNT_COOKIE, cookieOptions).redirect('/marketplace/sign-in', 303),
  );
  app.post<{ Body: Form }>('/marketplace/language', async ({ body = {} as Form }, reply) => {
    const next = safeNext(body.next).replace(/([?&])lang=\w*&?/, '$1');
    return reply.setCookie(LANGUAGE_COOKIE, body.language ?? 'en', cookieOptions).redirect(next, 303);
  });
}

/** The buyer's side of the marketplace, as pages that work without script. */
export async function buyerPages(app: FastifyInstance, { market }: { market: Marketplace }) {
  await app.register(cookie);
  app.get('/', async (_request, reply) => reply.redirect(OFFERS, 303));
  signInRoutes(app, market);
  offerRoutes(app, market);
  subscriptionRoutes(app, market);
  app.setNotFoundHandler((request, reply) => {
    const operation = request.url.split(/[?#]/)[0] ?? '';
    return isSigned(request.headers.authorization)
      ? restJson.writeError(reply, unknownOperation(operation.split('/').at(-1) ?? ''))
      : notFound(reply, visitOf(market, request));
  });
}
