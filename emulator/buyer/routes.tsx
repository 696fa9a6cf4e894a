import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Marketplace } from '../engine/marketplace.ts';
import { isOpen, settle } from '../services/agreement/operations/cancellation.ts';
import { offerRoutes } from './offer-routes.tsx';
import { type Form, notFound, OFFERS, show } from './show.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SubscriptionsPage } from './subscriptions-page.tsx';
import { ACCOUNT_COOKIE, LANGUAGE_COOKIE, visitOf } from './visit.ts';

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400 } as const;

/** Only ways within this site: `//elsewhere` leads out of it. */
const safeNext = (next: unknown) => (typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : OFFERS);

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

function subscriptionRoutes(app: FastifyInstance, market: Marketplace) {
  app.get('/marketplace/subscriptions', async (request, reply) => {
    const visit = visitOf(market, request);
    const { account, t } = visit;
    if (!account) return reply.redirect('/marketplace/sign-in?next=/marketplace/subscriptions', 303);
    const mine = Object.values(market.state.agreements).filter(each => each.acceptorAccountId === account);
    return show(
      reply,
      visit,
      t.subscriptionsTitle,
      <SubscriptionsPage visit={visit} agreements={mine.reverse()} />,
    );
  });
  app.post<{ Body: Form }>('/marketplace/cancellation', async (request, reply) => {
    const visit = visitOf(market, request);
    const asked = market.state.cancellationRequests[request.body?.requestId ?? ''];
    const agreement = asked && market.state.agreements[asked.agreementId];
    if (!agreement || agreement.acceptorAccountId !== visit.account) return notFound(reply, visit);
    const approved = request.body.approve === 'true';
    if (isOpen(market, asked)) settle(market, asked, { status: approved ? 'APPROVED' : 'REJECTED' });
    return reply.redirect('/marketplace/subscriptions', 303);
  });
}

/** The buyer's side of the marketplace, as pages that work without script. */
export async function buyerPages(app: FastifyInstance, { market }: { market: Marketplace }) {
  await app.register(cookie);
  app.get('/', async (_request, reply) => reply.redirect(OFFERS, 303));
  signInRoutes(app, market);
  offerRoutes(app, market);
  subscriptionRoutes(app, market);
  app.setNotFoundHandler((request, reply) => notFound(reply, visitOf(market, request)));
}
