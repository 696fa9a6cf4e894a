import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import { currentOffer, type Deal, type Offer, signerOf } from '../../deal/deal.ts';
import { commandIds } from '../../deal/keys.ts';
import { mayBeScanner } from '../../deal/offer/scanner.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import type { App, Deps } from '../deps.ts';
import { dealAt } from './deal-at.ts';

/**
 * The page's script posts here once somebody has had an open offer before his eyes. Whoever knows the address may, and
 * nothing comes of it but the moment, so no token of a form is asked for.
 */
export async function seenRoute(app: App, deps: Deps): Promise<void> {
  const options = {
    schema: { params: Type.Object({ token: Type.String() }), hide: true },
    config: { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
  };
  app.post('/offers/:token/seen', options, async (request, reply) => {
    const deal = await dealAt(deps, request.params.token);
    const unseen = unseenOffer(deal);
    if (unseen) await tell(deps, deal, unseen);
    return reply.code(204).send();
  });
}

/** The offer that is with the buyer and that nobody there has opened yet. */
export function unseenOffer(deal: Deal) {
  const offer = deal.stage === 'offered' ? currentOffer(deal) : undefined;
  return offer?.state === 'released' && !offer.seenAt ? offer : undefined;
}

/** The command's id is the offer's, so that two tabs are one opening; what may be a scanner's is no person's. */
async function tell(deps: Deps, deal: Deal, offer: Offer): Promise<void> {
  const { email: id, name } = signerOf(deal);
  const at = deps.now();
  const { scanned, seen } = commandIds;
  await signalDeal(deps.temporal, deal.dealId, {
    type: 'offerSeen',
    commandId: mayBeScanner(offer, at) ? scanned(offer.offerId) : seen(offer.offerId),
    by: { kind: 'buyer', id, name },
    at,
  });
}
