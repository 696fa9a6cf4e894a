import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { AcceptanceError, acceptOffer, agreementOfOffer, type Choice, visibleOffer } from '../acceptance.ts';
import type { Marketplace } from '../marketplace.ts';
import { renderPage } from './layout.tsx';
import { OfferPage } from './offer-page.tsx';
import { NotFoundPage, OffersPage, SignInPage, SubscribedPage, SubscriptionsPage } from './pages.tsx';
import { ACCOUNT_COOKIE, LANGUAGE_COOKIE, type Visit, visitOf } from './visit.ts';

type Form = Record<string, string>;

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400 } as const;

const OFFERS = '/marketplace/private-offers';

/** Only ways within this site: `//elsewhere` leads out of it. */
const safeNext = (next: string | undefined) => (next && /^\/(?![/\\])/.test(next) ? next : OFFERS);

function show(reply: FastifyReply, visit: Visit, title: string, content: JSX.Element) {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(renderPage({ visit, title, children: content }));
}

const notFound = (reply: FastifyReply, visit: Visit) =>
  show(reply.code(404), visit, visit.t.notFoundTitle, <NotFoundPage visit={visit} />);

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
    const { account = '', next } = request.body;
    if (/^\d{12}$/.test(account))
      return reply.setCookie(ACCOUNT_COOKIE, account, cookieOptions).redirect(safeNext(next), 303);
    const visit = visitOf(market, request);
    const page = <SignInPage visit={visit} next={safeNext(next)} problem={visit.t.wrongAccountId} />;
    return show(reply.code(422), visit, visit.t.signInTitle, page);
  });
  app.post('/marketplace/sign-out', async (_request, reply) =>
    reply.clearCookie(ACCOUNT_COOKIE, cookieOptions).redirect('/marketplace/sign-in', 303),
  );
  app.post<{ Body: Form }>('/marketplace/language', async ({ body }, reply) => {
    const next = safeNext(body.next).replace(/([?&])lang=\w*&?/, '$1');
    return reply.setCookie(LANGUAGE_COOKIE, body.language ?? 'en', cookieOptions).redirect(next, 303);
  });
}

/** The buyer's fields: `units.<dimension>` holds a number each. */
function choiceOf(body: Form, account: string): Choice {
  const units = Object.entries(body)
    .filter(([name]) => name.startsWith('units.'))
    .map(([name, value]) => [name.slice('units.'.length), Number(value)] as const);
  return {
    offerId: body.offerId ?? '',
    accountId: account,
    units: Object.fromEntries(units),
    ...(body.duration && { duration: body.duration }),
    autoRenew: body.autoRenew === 'yes',
  };
}

/** The offer as this account may see it: to accept, or accepted; anything else does not exist. */
function showOffer(
  reply: FastifyReply,
  visit: Visit,
  offerId: string,
  refused?: { problem: string; choice: Choice },
) {
  const { market, account, t } = visit;
  const agreement = account && agreementOfOffer(market, offerId, account);
  if (agreement)
    return show(reply, visit, t.thanksTitle, <SubscribedPage visit={visit} agreement={agreement} />);
  const offer = account ? visibleOffer(market, offerId, account) : undefined;
  const product = offer && market.state.products[offer.productId];
  if (!product) return notFound(reply, visit);
  const { units, duration } = refused?.choice ?? {};
  const chosen = {
    ...(units && { units }),
    ...(duration && { duration }),
    ...(refused && { problem: refused.problem }),
  };
  return show(
    reply,
    visit,
    t.offerTitle,
    <OfferPage visit={visit} offer={offer} product={product} {...chosen} />,
  );
}

async function subscribe(market: Marketplace, request: FastifyRequest<{ Body: Form }>, reply: FastifyReply) {
  const visit = visitOf(market, request);
  const { offerId = '' } = request.body;
  if (!visit.account) return notFound(reply, visit);
  const choice = choiceOf(request.body, visit.account);
  try {
    acceptOffer(market, choice);
  } catch (error) {
    if (!(error instanceof AcceptanceError)) throw error;
    const problem = error.code === 'CHOOSE_UNITS' ? visit.t.chooseUnits : visit.t.invalidUnits;
    if (error.code === 'CHOOSE_UNITS' || error.code === 'INVALID_UNITS') {
      return showOffer(reply.code(422), visit, offerId, { problem, choice });
    }
  }
  return reply.redirect(`/marketplace/private-offer?offerId=${encodeURIComponent(offerId)}`, 303);
}

function offerRoutes(app: FastifyInstance, market: Marketplace) {
  app.get(OFFERS, async (request, reply) => {
    const visit = visitOf(market, request);
    const { account, t } = visit;
    if (!account) return reply.redirect(`/marketplace/sign-in?next=${encodeURIComponent(OFFERS)}`, 303);
    const offers = Object.values(market.state.offers).filter(each => visibleOffer(market, each.id, account));
    return show(reply, visit, t.offersTitle, <OffersPage visit={visit} offers={offers.reverse()} />);
  });
  app.get<{ Querystring: Form }>('/marketplace/private-offer', async (request, reply) =>
    showOffer(reply, visitOf(market, request), request.query.offerId ?? ''),
  );
  app.post<{ Body: Form }>('/marketplace/private-offer', (request, reply) =>
    subscribe(market, request, reply),
  );
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
