import type { FastifyRequest } from 'fastify';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { idempotencyHeader } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { type Item, noteFor, reasonOf } from '../desk/events/find-events.ts';
import { finders } from '../desk/events/list/dismiss-many.ts';
import { linesOf } from '../desk/events/list/lines.ts';
import { isReason, longestReason } from '../desk/events/view.ts';
import { callerOf, requireCaller, requireRole } from '../plugins/callers.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { readDeal } from '../service/read.ts';
import { languageOf } from '../ui/pages/language.ts';
import { listed } from './listed.ts';
import {
  assignAnswer,
  assignBody,
  dismissBody,
  itemParams,
  listAnswer,
  stateAnswer,
  unmatchedQuery,
} from './schemas.ts';

const url = '/api/unmatched';
const common = { tags: ['deals'], security: [{ token: [] }] };

/** What AWS told of purchases that no deal knows, for programs, by the rules of the desk's page. */
export async function unmatchedApiRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  app.addHook('onRequest', requireRole('sales', 'support'));

  const summary = 'What no deal has taken, what is of other listings, or what was dismissed';
  const list = { ...common, summary, querystring: unmatchedQuery, response: listAnswer };
  app.get(url, { schema: list }, async request => {
    const { list: which = 'unmatched', ...cursors } = request.query;
    return listed(await linesOf(deps, { list: which, ...cursors }));
  });
  decisionRoutes(app, deps);
}

function decisionRoutes(app: App, deps: Deps): void {
  const path = `${url}/:kind/:id`;
  const one = { ...common, params: itemParams };

  const assigning = {
    ...one,
    summary: 'It belongs to a deal',
    headers: idempotencyHeader,
    body: assignBody,
    response: assignAnswer,
  };
  app.post(`${path}/assign`, { schema: assigning }, async request => {
    const item = await finders[request.params.kind](deps, request.params.id);
    return assign(deps, { request, item, dealId: request.body.dealId });
  });

  const dismissing = { ...one, summary: 'It belongs to no deal', body: dismissBody, response: stateAnswer };
  app.post(`${path}/dismiss`, { schema: dismissing }, async request => {
    const item = await finders[request.params.kind](deps, request.params.id);
    return dismiss({ request, item, reason: request.body.reason.trim() });
  });

  const restoring = { ...one, summary: 'Take a dismissal back', response: stateAnswer };
  app.post(`${path}/restore`, { schema: restoring }, async request => {
    const item = await finders[request.params.kind](deps, request.params.id);
    if (item.canBeBack) await item.restore(callerOf(request));
    else if (item.settled) throw taken(request);
    return { state: 'restored' as const };
  });
}

interface Asked {
  request: FastifyRequest;
  item: Item;
}

const wordsFor = (request: FastifyRequest) => messagesIn(languageOf(request));
const taken = (request: FastifyRequest) =>
  new Problem('refused', { detail: wordsFor(request).events.problems.taken });

async function assign(deps: Deps, { request, item, dealId }: Asked & { dealId: string }) {
  const messages = wordsFor(request);
  const assigned = await item.assign({
    deal: await readDeal(deps, dealId),
    by: callerOf(request),
    note: noteFor(item.facts, messages),
    commandId: idempotencyKey(request),
  });
  if (assigned.state === 'told') return { dealId, commandId: assigned.commandId };
  const reason = 'code' in assigned ? assigned.code : undefined;
  throw new Problem('refused', { detail: reasonOf(assigned, messages), reason });
}

/** The same decision again, such as after an answer that was lost, is no other one. */
async function dismiss({ request, item, reason }: Asked & { reason: string }) {
  const by = callerOf(request);
  const { events } = wordsFor(request);
  if (!isReason(reason))
    throw new Problem('invalid', {
      fields: [{ pointer: '/reason', detail: events.problems.reason(longestReason) }],
    });
  const { settled } = item;
  const isSame = settled?.by?.id === by.id && settled.reason === reason;
  if (!isSame && (settled || !(await item.dismiss({ by, reason })))) throw taken(request);
  return { state: 'dismissed' as const };
}
