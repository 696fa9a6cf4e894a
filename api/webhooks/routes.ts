import { messagesIn } from '../../shared/i18n/messages.ts';
import type { WebhookDelivery } from '../../shared/models/webhook-delivery.ts';
import { Problem } from '../../shared/problems.ts';
import { readEndpoint } from '../../shared/webhooks/endpoint.ts';
import { holdOne, holdSince, letOut } from '../../shared/webhooks/tell-again.ts';
import { idempotencyHeader } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { readWebhooks } from '../desk/webhooks/find-deliveries.ts';
import { requireCaller, requireRole } from '../plugins/callers.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { useKey } from '../service/use-key.ts';
import { askingIn } from '../settings/asking.ts';
import { languageOf } from '../ui/pages/language.ts';
import { letOutAnswer, logAnswer, logQuery, replayBody } from './schemas.ts';

const url = '/api/webhook';
const common = { tags: ['webhook'], security: [{ token: [] }] };

/** How the receiver of timeline entries does, what it was told, and telling it again, for programs. */
export async function webhookApiRoutes(app: App, deps: Deps): Promise<void> {
  const { db } = deps;
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  app.addHook('onRequest', requireRole('sales', 'support'));

  const summary = 'The receiver, and what it was told';
  const schema = { ...common, summary, querystring: logQuery, response: logAnswer };
  app.get(url, { schema }, async request => {
    const { endpoint, host, held, deliveries, nextCursor } = await readWebhooks(deps, request.query);
    const { failures, pausedAt, pausedFor } = endpoint;
    const rows = deliveries.map(shown);
    return { host, failures, pausedAt, pausedFor, held, deliveries: rows, nextCursor };
  });

  const pressed = { ...common, headers: idempotencyHeader, response: letOutAnswer };
  const resuming = { ...pressed, summary: 'End the pause, and tell what was held' };
  app.post(`${url}/resume`, { schema: resuming }, async (request, reply) => {
    const pausedAt = (await readEndpoint(db)).pausedAt?.toISOString();
    await letOut(deps, { commandId: idempotencyKey(request), pausedAt });
    return reply.code(204).send(null);
  });

  const replaying = { ...pressed, summary: 'Tell one entry again, or all since a moment', body: replayBody };
  app.post(`${url}/replay`, { schema: replaying }, async (request, reply) => {
    const { body } = request;
    await useKey(deps, askingIn(request));
    if ('id' in body) {
      if (!(await holdOne(db, body.id))) throw new Problem('notFound');
    } else if (Date.parse(body.since) > Date.parse(deps.now()))
      throw inFuture(messagesIn(languageOf(request)).webhooks.badMoment);
    else await holdSince(db, body.since);
    await letOut(deps, { commandId: idempotencyKey(request) });
    return reply.code(204).send(null);
  });
}

const inFuture = (detail: string) => new Problem('invalid', { fields: [{ pointer: '/since', detail }] });

function shown({ _id, at, answeredAt, turn: _turn, ...delivery }: WebhookDelivery) {
  return { id: _id, ...delivery, at: at.toISOString(), answeredAt: answeredAt?.toISOString() };
}
