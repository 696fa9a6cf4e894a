import type { FastifyReply, FastifyRequest } from 'fastify';
import { letOutHeld } from '../../../shared/webhooks/deliver.ts';
import { endPause } from '../../../shared/webhooks/endpoint.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, formValues } from '../../forms/form-values.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireDecider } from '../events/may-decide.ts';
import { requireStaff, staffOf } from '../session.ts';
import { readWebhooks } from './find-deliveries.ts';
import { momentFrom } from './local-moment.ts';
import { type LogFilter, type WebhooksView, webhooksUrl } from './view.ts';
import { WebhooksPage } from './webhooks-page.tsx';

interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** How the vendor's receiver of timeline entries does, what it was told, and telling it again. */
export async function webhookRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: [requireStaff(deps), requireDecider] };

  app.get(webhooksUrl, options, async (request, reply) => show(deps, { request, reply }));

  app.post(`${webhooksUrl}/resume`, options, async (request, reply) => {
    const { pausedAt } = formValues(request.body);
    return letOut(deps, { request, reply }, isMoment(pausedAt) ? pausedAt : undefined);
  });

  app.post(`${webhooksUrl}/replay`, options, async (request, reply) => {
    const { id = '' } = formValues(request.body);
    await deps.db.webhookDeliveries.updateOne({ _id: id }, { $set: { state: 'held' } });
    return letOut(deps, { request, reply });
  });

  app.post(`${webhooksUrl}/replay-since`, options, async (request, reply) => {
    const { since = '' } = formValues(request.body);
    const moment = momentFrom(since, staffOf(request).timeZone);
    if (!moment || moment > deps.now()) return refuseSince(deps, { request, reply }, since);
    await deps.db.webhookDeliveries.updateMany(
      { at: { $gte: new Date(moment) } },
      { $set: { state: 'held' } },
    );
    return letOut(deps, { request, reply });
  });
}

const isMoment = (text = '') => !Number.isNaN(Date.parse(text));

/** The workflow ends the pause too, in case this process ends before it does; here, the page that comes next shows it. */
async function letOut(deps: Deps, { request, reply }: Came, pausedAt?: string) {
  const commandId = commandIdOf(formValues(request.body));
  await letOutHeld(deps, { commandId, pausedAt });
  if (pausedAt) await endPause(deps.db, pausedAt);
  return reply.redirect(`${webhooksUrl}?done=resumed`, 303);
}

async function refuseSince(deps: Deps, came: Came, value: string) {
  const { messages } = deskContext({ deps, ...came, url: webhooksUrl });
  return show(deps, came, { since: { value, error: messages.webhooks.badMoment } });
}

async function show(deps: Deps, { request, reply }: Came, more: Pick<WebhooksView, 'since'> = {}) {
  const isAnswer = request.method !== 'GET';
  const context = deskContext({ deps, request, reply, ...(isAnswer && { url: webhooksUrl }) });
  const query = request.query as Record<string, unknown>;
  const view = await readWebhooks(deps, filterFrom(query));
  const resumed = query.done === 'resumed';
  return sendPage(
    reply,
    WebhooksPage({ view: { context, resumed, ...view, ...more } }),
    isAnswer ? 422 : 200,
  );
}

function filterFrom({ state, cursor }: Record<string, unknown>): LogFilter {
  return {
    ...((state === 'failed' || state === 'held') && { state }),
    ...(typeof cursor === 'string' && cursor !== '' && { cursor }),
  };
}
