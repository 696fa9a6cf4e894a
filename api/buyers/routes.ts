import { randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CommandBody } from '../../deal/commands.ts';
import { type Deal, signerOf } from '../../deal/deal.ts';
import { offerPageUrl } from '../../shared/offer-link.ts';
import { Problem } from '../../shared/problems.ts';
import { kebab } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { askDeal } from '../service/ask.ts';
import { findEntry } from '../service/watch.ts';
import { sendPage } from '../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../ui/pages/page-context.ts';
import { askNames, asks, commandIdOf, type Draft, draftFrom } from './asks.ts';
import { dealAt } from './deal-at.ts';
import { dealContext } from './deal-context.ts';
import { DealPage, type DealPageProps } from './deal-page.tsx';
import { personAs } from './reminders/reminder-readers.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { seenRoute, unseenOffer } from './seen.ts';

const retryAfterSeconds = 30;
const Params = Type.Object({ token: Type.String() });
const Query = Type.Object({ answer: Type.Optional(Type.String()) });

/**
 * The buyer's page for one deal, opened from a mail. Who has the link may see and answer; everybody else gets 404. Since
 * nothing here rests on a cookie, a post that another site forges has no more power than the address it must know, and a
 * page that stays open for days can still be answered.
 */
export async function buyerRoutes(app: App, deps: Deps): Promise<void> {
  const { config, db } = deps;
  await app.register(reminderRoutes, deps);
  await seenRoute(app, deps);
  const urlOf = ({ dealId }: Deal) =>
    offerPageUrl({ secret: config.SESSION_SECRET, publicUrl: config.PUBLIC_URL }, dealId);
  const pathOf = (deal: Deal) => new URL(urlOf(deal)).pathname;
  const shownAt = { schema: { params: Params, querystring: Query, hide: true } };
  const pressedAt = {
    schema: { params: Params, hide: true },
    config: { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
  };

  app.get('/offers/:token', shownAt, async (request, reply) => {
    const deal = await dealAt(deps, request.params.token);
    const { answer: commandId } = request.query;
    const answer = commandId ? { entry: await findEntry(db, { dealId: deal.dealId, commandId }) } : undefined;
    return show(request, reply, { deal, answer });
  });

  for (const ask of askNames)
    app.post(`/offers/:token/${ask}`, pressedAt, async (request, reply) => {
      const deal = await dealAt(deps, request.params.token);
      const draft = draftFrom(request.body, { ask, messages: contextOf(request, deal).messages });
      if (draft.error) return show(request, reply, { deal, draft }, 422);
      return press(request, reply, { deal, draft, body: asks[ask].body(draft.text), nonce: draft.nonce });
    });

  for (const type of ['stopReminders', 'resumeReminders'] as const)
    app.post(`/offers/:token/${kebab(type)}`, pressedAt, async (request, reply) => {
      const deal = await dealAt(deps, request.params.token);
      const { role, nonce } = (request.body ?? {}) as Record<string, unknown>;
      const { email } = personAs(role === 'contact' ? 'contact' : 'signer', deal);
      return press(request, reply, {
        deal,
        body: { type, email },
        nonce: typeof nonce === 'string' ? nonce : randomUUID(),
      });
    });

  async function press(
    request: FastifyRequest,
    reply: FastifyReply,
    { deal, draft, body, nonce }: { deal: Deal; draft?: Draft; body: CommandBody; nonce: string },
  ) {
    const { email: id, name } = signerOf(deal);
    const commandId = commandIdOf(nonce, body);
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

  function contextOf(request: FastifyRequest, deal: Deal, url = pathOf(deal)): PageContext {
    return pageContext(request, { config, known: signerOf(deal).language, url });
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { deal, ...more }: { deal: Deal } & Omit<DealPageProps, 'page' | 'keys' | 'seenUrl'>,
    status = 200,
  ) {
    const url = urlOf(deal);
    const { pathname } = new URL(url);
    const context = contextOf(request, deal, pathname);
    const page = dealContext({ context, deal, now: deps.now(), page: url, config });
    // A colleague who looks at the buyer's page has not opened it for the buyer.
    const seenUrl = unseenOffer(deal) && !request.session.staffId ? `${pathname}/seen` : undefined;
    return sendPage(reply, DealPage({ page, keys: { nonce: randomUUID() }, seenUrl, ...more }), status);
  }
}
