import { Type } from 'typebox';
import { envelopeSchema, readEnvelope } from '../../shared/marketplace/event-bridge.ts';
import { type Inbox, receiveEvent } from '../../shared/marketplace/inbox.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { requireSecret } from '../plugins/shared-secret.ts';
import { snsRoutes } from './sns.ts';

const schema = {
  tags: ['marketplace'],
  body: envelopeSchema,
  response: { 202: Type.Object({ state: Type.String() }), ...problemAnswers },
};

/**
 * `POST /marketplace/events`: AWS's events by an EventBridge API destination, which adds our secret as `x-api-key`.
 * EventBridge sends again after a 5xx and gives up after a 4xx, so 2xx means that the event is kept for good.
 */
export async function eventRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(snsRoutes, deps);
  const { MARKETPLACE_EVENT_SECRET } = deps.config;
  const inbox: Inbox = {
    db: deps.db,
    signal: (dealId, command) => signalDeal(deps.temporal, dealId, command),
  };

  app.post(
    '/marketplace/events',
    {
      schema,
      config: { crossSite: true, rateLimit: false },
      onRequest: requireSecret(app, MARKETPLACE_EVENT_SECRET),
    },
    async (request, reply) => {
      const state = await receiveEvent(inbox, readEnvelope(request.body));
      return reply.code(202).send({ state });
    },
  );
}
