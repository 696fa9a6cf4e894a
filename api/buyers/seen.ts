import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import type { CommandOf } from '../../deal/commands.ts';
import { currentOffer, type Deal } from '../../deal/deal.ts';
import { commandIds } from '../../deal/keys.ts';
import { lastMailOf, mayBeScanner } from '../../deal/offer/scanner.ts';
import { isClosed } from '../../deal/stages.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import type { App, Deps } from '../deps.ts';
import { actorAt, type OpenedDeal, openDeal } from './open-deal.ts';

/**
 * The page's script posts here once somebody has had the page before his eyes. Whoever knows the address may, and nothing
 * comes of it but the moment, so no token of a form is asked for.
 */
export async function seenRoute(app: App, deps: Deps): Promise<void> {
  const options = {
    schema: { params: Type.Object({ token: Type.String() }), hide: true },
    config: { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
  };
  app.post('/offers/:token/seen', options, async (request, reply) => {
    const opened = await openDeal(deps, request.params.token);
    const at = deps.now();
    const news = newsOf(opened, at);
    if (news) await signalDeal(deps.temporal, opened.deal.dealId, { ...news, by: actorAt(opened), at });
    return reply.code(204).send();
  });
}

/** Nobody there has opened the offer that is with the buyer, or this person has not opened the page before. */
export const isUnseen = ({ deal, link }: Pick<OpenedDeal, 'deal' | 'link'>): boolean =>
  unseenOffer(deal) !== undefined || (!link.openedAt && !isClosed(deal));

function unseenOffer(deal: Deal) {
  const offer = deal.stage === 'offered' ? currentOffer(deal) : undefined;
  return offer?.state === 'released' && !offer.seenAt ? offer : undefined;
}

type News = (CommandOf<'offerSeen'> | CommandOf<'pageOpened'>) & { commandId: string };

/**
 * What an opening tells the deal; the opening of an offer tells that of the page too. The command's id is the offer's mail's
 * or the link's, so that two tabs are one opening; what may be a scanner's is no person's.
 */
function newsOf({ deal, link }: OpenedDeal, at: string): News | undefined {
  const offer = unseenOffer(deal);
  const { scanned, seen, opened } = commandIds;
  if (offer) {
    const id = mayBeScanner(offer, at) ? scanned(offer.offerId) : seen(offer.offerId, lastMailOf(offer));
    return { type: 'offerSeen', commandId: id };
  }
  return isUnseen({ deal, link }) ? { type: 'pageOpened', commandId: opened(link) } : undefined;
}
