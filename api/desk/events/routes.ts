import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, formValues } from '../../forms/form-values.ts';
import { readDeal } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { afterStep } from '../deal/routes.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import type { Assigned } from './assign.ts';
import { choicesFor, dealOfOffer } from './choices.ts';
import { arrivalItem, eventItem, type Item, linesOf, noteFor } from './find-events.ts';
import { UnmatchedPage } from './list-page.tsx';
import { requireDecider } from './may-decide.ts';
import { UnmatchedItemPage } from './unmatched-page.tsx';
import { longestReason, type UnmatchedView, unmatchedUrl } from './view.ts';

interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What AWS told us and no deal has taken: the list, and a person's decision about each. */
export async function unmatchedRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: [requireStaff(deps), requireDecider] };

  app.get(unmatchedUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const { done } = request.query as { done?: unknown };
    const told = done === 'dismissed' || done === 'restored' ? done : undefined;
    return sendPage(reply, UnmatchedPage({ view: { context, done: told, ...(await linesOf(deps)) } }));
  });

  for (const [path, read] of [
    [`${unmatchedUrl}/:id`, eventItem],
    [`${unmatchedUrl}/arrivals/:id`, arrivalItem],
  ] as const) {
    app.get(path, options, async (request, reply) => {
      const item = await read(deps, idIn(request));
      return show(deps, item, { request, reply });
    });
    app.post(`${path}/assign`, options, async (request, reply) =>
      assign(deps, await read(deps, idIn(request)), { request, reply }),
    );
    app.post(`${path}/dismiss`, options, async (request, reply) =>
      dismiss(deps, await read(deps, idIn(request)), { request, reply }),
    );
    app.post(`${path}/restore`, options, async (request, reply) => {
      const item = await read(deps, idIn(request));
      if (!item.isDismissed) return reply.redirect(item.url, 303);
      await item.restore();
      return reply.redirect(`${unmatchedUrl}?done=restored`, 303);
    });
  }
}

async function dismiss(deps: Deps, item: Item, came: Came) {
  const reason = (formValues(came.request.body).reason ?? '').trim();
  if (item.settled) return came.reply.redirect(item.url, 303);
  if (!reason || reason.length > longestReason) {
    const { problems } = deskContext({ deps, ...came, url: item.url }).messages.events;
    return show(deps, item, came, {
      reason,
      errors: { reason: problems.reason(longestReason) },
      status: 422,
    });
  }
  const done = await item.dismiss({ by: actorOf(staffOf(came.request)), reason });
  return came.reply.redirect(done ? `${unmatchedUrl}?done=dismissed` : item.url, 303);
}

const idIn = (request: FastifyRequest) => (request.params as { id: string }).id;

async function assign(deps: Deps, item: Item, came: Came) {
  const values = formValues(came.request.body);
  const { dealId = '', q } = values;
  const { messages } = deskContext({ deps, ...came, url: item.url });
  if (!dealId)
    return show(deps, item, came, { q, errors: { dealId: messages.events.problems.choose }, status: 422 });
  try {
    const by = actorOf(staffOf(came.request));
    const deal = await readDeal(deps, dealId);
    const assigned = await item.assign({
      deal,
      by,
      note: noteFor(item.facts, messages),
      commandId: commandIdOf(values),
    });
    if (assigned.state === 'told') return came.reply.redirect(afterStep(dealId, assigned.commandId), 303);
    return show(deps, item, came, { q, chosen: dealId, refused: reasonOf(assigned, messages), status: 409 });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    came.request.log.warn({ err: error }, 'not assigned');
    const { what, next } = messages.problems[error.code];
    return show(deps, item, came, { q, chosen: dealId, refused: `${what} ${next}`, status: error.status });
  }
}

function reasonOf(assigned: Exclude<Assigned, { state: 'told' }>, { events, deal }: Messages): string {
  if (assigned.state === 'taken') return events.problems.taken;
  return assigned.code === 'otherLicense' ? events.problems.otherLicense : deal.refusals[assigned.code];
}

type Shown = Partial<Pick<UnmatchedView, 'errors' | 'chosen' | 'refused' | 'reason'>> & {
  q?: string;
  status?: number;
};

/** The page of one item; after an attempt, with what was chosen and what was wrong with it. */
async function show(deps: Deps, item: Item, { request, reply }: Came, shown: Shown = {}) {
  const { url, begun, facts, settled, raw, isDismissed } = item;
  const q = (shown.q ?? queryOf(request)).trim().slice(0, longestSearch);
  const context = deskContext({ deps, request, reply, url: request.method === 'GET' ? undefined : url });
  const [first] = facts;
  const wanted = begun?.dealId ?? q;
  const choices = first && !settled ? await choicesFor(deps, { facts: first, q: wanted }) : [];
  const origin = first && !settled ? await dealOfOffer(deps, first) : undefined;
  const known = { context, url, facts, raw, settled, isDismissed, begun, origin, choices };
  const view = { ...known, reason: '', errors: {}, ...shown };
  return sendPage(reply, UnmatchedItemPage({ view: { ...view, q } }), shown.status ?? 200);
}

const longestSearch = 300;

function queryOf(request: FastifyRequest): string {
  const { q } = request.query as { q?: unknown };
  return typeof q === 'string' ? q : '';
}
