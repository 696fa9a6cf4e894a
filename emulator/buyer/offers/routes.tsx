import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptOffer } from '../../agreements/acceptance.ts';
import { AcceptanceError, type Choice } from '../../agreements/choice.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import { agreementOfOffer, visibleOffer } from '../../offers/visibility.ts';
import { OFFERS } from '../layout.tsx';
import { type Form, notFound, offerPath, show } from '../show.tsx';
import { SubscribedPage } from '../subscriptions/subscribed-page.tsx';
import { type Visit, visitOf } from '../visit.ts';
import { OfferPage } from './offer-page.tsx';
import { OffersPage } from './offers-page.tsx';

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
  asked: { problem?: string; units?: Choice['units']; duration?: string | undefined } = {},
) {
  const { market, account, t } = visit;
  const agreement = account ? agreementOfOffer(market, offerId, account) : undefined;
  if (agreement?.status === 'ACTIVE')
    return show(reply, visit, t.thanksTitle, <SubscribedPage visit={visit} agreement={agreement} />);
  const offer = account ? visibleOffer(market, offerId, account) : undefined;
  const product = offer && market.state.products[offer.productId];
  if (!product || agreement) return notFound(reply, visit);
  return show(
    reply,
    visit,
    t.offerTitle,
    <OfferPage visit={visit} offer={offer} product={product} {...asked} />,
  );
}

async function subscribe(market: Marketplace, request: FastifyRequest<{ Body: Form }>, reply: FastifyReply) {
  const visit = visitOf(market, request);
  const form = request.body ?? {};
  const { offerId = '' } = form;
  if (!visit.account) return notFound(reply, visit);
  const choice = choiceOf(form, visit.account);
  try {
    acceptOffer(market, choice);
  } catch (error) {
    if (!(error instanceof AcceptanceError)) throw error;
    const problem = error.code === 'CHOOSE_UNITS' ? visit.t.chooseUnits : visit.t.invalidUnits;
    if (error.code === 'CHOOSE_UNITS' || error.code === 'INVALID_UNITS') {
      return showOffer(reply.code(422), visit, offerId, { ...choice, problem });
    }
  }
  const offer = market.state.offers[offerId];
  return offer ? reply.redirect(offerPath(offer), 303) : notFound(reply, visit);
}

/** The list of offers, one offer, and its Subscribe button. */
export function offerRoutes(app: FastifyInstance, market: Marketplace) {
  app.get(OFFERS, async (request, reply) => {
    const visit = visitOf(market, request);
    const { account, t } = visit;
    if (!account) return reply.redirect(`/marketplace/sign-in?next=${encodeURIComponent(OFFERS)}`, 303);
    const offers = Object.values(market.state.offers).filter(each => visibleOffer(market, each.id, account));
    return show(reply, visit, t.offersTitle, <OffersPage visit={visit} offers={offers.reverse()} />);
  });
  // AWS's address of today, and a shorter one for templates that know the offer alone.
  for (const path of ['/marketplace/procurement', '/marketplace/private-offer']) {
    app.get<{ Querystring: Form }>(path, async (request, reply) => {
      const { offerId = '', productId, duration } = request.query;
      const visit = visitOf(market, request);
      const offer = market.state.offers[offerId];
      if (productId && offer?.productId !== productId) return notFound(reply, visit);
      return showOffer(reply, visit, offerId, { duration });
    });
    app.post<{ Body: Form }>(path, (request, reply) => subscribe(market, request, reply));
  }
}
