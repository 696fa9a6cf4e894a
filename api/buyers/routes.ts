import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Deal, signerOf } from '../../shared/deal/deal.ts';
import { dealIdFrom, offerPageUrl } from '../../shared/offer-link.ts';
import { Problem } from '../../shared/problems.ts';
import { askDeal } from '../deals/ask.ts';
import { readDeal } from '../deals/read.ts';
import { findEntry } from '../deals/timeline-watch.ts';
import type { App, Deps } from '../deps.ts';
import { formKeys } from '../ui/form.tsx';
import { sendPage } from '../ui/page.tsx';
import { type PageContext, pageContext } from '../ui/page-context.ts';
import { askNames, asks, commandIdOf, type Draft, draftFrom } from './asks.ts';
import { dealContext } from './deal-context.ts';
import { DealPage, type DealPageProps } from './deal-page.tsx';

const retryAfterSeconds = 30;
const Params = Type.Object({ token: Type.String() });
const Query = Type.Object({ answer: Type.Optional(Type.String()) });

/** The buyer's page for one deal, opened from a mail. Who has the link may see and answer; everybody else gets 404. */
export async function buyerRoutes(app: App, deps: Deps): Promise<void> {
  const { config, db } = deps;
  const link = { secret: config.SESSION_SECRET };
  const urlOf = ({ dealId }: Deal) => offerPageUrl({ ...link, publicUrl: config.PUBLIC_URL }, dealId);
  const pathOf = (deal: Deal) => new URL(urlOf(deal)).pathname;
  const shownAt = { schema: { params: Params, querystring: Query, hide: true } };
  const pressedAt = {
    schema: { params: Params, hide: true },
    config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
  };

  app.get('/offers/:token', shownAt, async (request, reply) => {
    const deal = await dealOf(request.params.token);
    const { answer: commandId } = request.query;
    const answer = commandId ? { entry: await findEntry(db, { dealId: deal.dealId, commandId }) } : undefined;
    return show(request, reply, { deal, answer });
  });

  for (const ask of askNames)
    app.post(`/offers/:token/${ask}`, pressedAt, async (request, reply) => {
      const deal = await dealOf(request.params.token);
      const draft = draftFrom(request.body, { ask, messages: contextOf(request, deal).messages });
      if (draft.error) return show(request, reply, { deal, draft }, 422);
      return press(request, reply, { deal, draft });
    });

  async function dealOf(token: string): Promise<Deal> {
    const dealId = dealIdFrom(link, token);
    if (!dealId) throw new Problem('notFound');
    return readDeal({ db }, dealId);
  }

  async function press(
    request: FastifyRequest,
    reply: FastifyReply,
    { deal, draft }: { deal: Deal; draft: Draft },
  ) {
    const { email: id, name } = signerOf(deal);
    const body = asks[draft.ask].body(draft.text);
    const commandId = commandIdOf(draft.nonce, body);
    try {
      await askDeal(deps, { dealId: deal.dealId, body, by: { kind: 'buyer', id, name }, commandId });
      return reply.redirect(`${pathOf(deal)}?answer=${commandId}`, 303);
    } catch (error) {
      // The deal was closed meanwhile: its page says so.
      if (error instanceof Problem && error.code === 'refused') return reply.redirect(pathOf(deal), 303);
      if (!(error instanceof Problem && error.status === 503)) throw error;
      request.log.warn({ err: error }, 'the buyer’s request was not taken');
      reply.header('retry-after', retryAfterSeconds);
      return show(request, reply, { deal, draft, notSent: true }, 503);
    }
  }

  function contextOf(request: FastifyRequest, deal: Deal): PageContext {
    return pageContext(request, { config, known: signerOf(deal).language, url: pathOf(deal) });
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { deal, ...more }: { deal: Deal } & Omit<DealPageProps, 'page' | 'keys'>,
    status = 200,
  ) {
    const context = contextOf(request, deal);
    const page = dealContext({
      context,
      deal,
      now: deps.now(),
      page: urlOf(deal),
      config,
    });
    return sendPage(reply, DealPage({ page, keys: formKeys(reply), ...more }), status);
  }
}
