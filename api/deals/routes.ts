import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import type { CommandBody } from '../../deal/commands.ts';
import { mayAsk } from '../../deal/decider.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { callerFinder } from '../plugins/callers.ts';
import { type Answer, askDeal } from '../service/ask.ts';
import { type DealQuery, listDeals, readDeal, readTimeline } from '../service/read.ts';
import { refusedProblem } from '../service/refused.ts';
import { findEntry } from '../service/watch.ts';
import { languageOf } from '../ui/pages/language.ts';
import {
  answers,
  commandParams,
  dealAnswer,
  dealParams,
  dealQuery,
  idempotencyHeader,
  kebab,
  type StaffStep,
  stepBodies,
} from './schemas.ts';

const security = [{ token: [] }];

/** Deals for programs and for the desk's own script: reads from MongoDB, steps by signal. */
export async function dealRoutes(app: App, deps: Deps): Promise<void> {
  const callerOf = callerFinder(deps);

  app.get(
    '/api/deals',
    { schema: { tags: ['deals'], security, querystring: dealQuery, response: dealAnswer } },
    async request => {
      await callerOf(request);
      return listDeals(deps, request.query as DealQuery);
    },
  );

  app.get(
    '/api/deals/:dealId',
    { schema: { tags: ['deals'], security, params: dealParams, response: dealAnswer } },
    async request => {
      await callerOf(request);
      return readDeal(deps, request.params.dealId);
    },
  );

  app.get(
    '/api/deals/:dealId/timeline',
    { schema: { tags: ['deals'], security, params: dealParams, response: dealAnswer } },
    async request => {
      await callerOf(request);
      await readDeal(deps, request.params.dealId);
      return { entries: await readTimeline(deps, request.params.dealId) };
    },
  );

  app.get(
    '/api/deals/:dealId/commands/:commandId',
    { schema: { tags: ['deals'], security, params: commandParams, response: answers } },
    async (request, reply) => {
      await callerOf(request);
      const { dealId, commandId } = request.params;
      await readDeal(deps, dealId);
      const entry = await findEntry(deps.db, { dealId, commandId });
      return send(entry ? { state: entry.outcome, commandId, entry } : { state: 'pending', commandId }, {
        dealId,
        reply,
      });
    },
  );

  for (const [type, body] of Object.entries(stepBodies) as [StaffStep, (typeof stepBodies)[StaffStep]][]) {
    const schema = {
      tags: ['steps'],
      security,
      params: dealParams,
      headers: idempotencyHeader,
      body,
      response: answers,
    };
    app.post(`/api/deals/:dealId/${kebab(type)}`, { schema }, async (request, reply) => {
      const by = await callerOf(request);
      if (!mayAsk(type, by)) throw new Problem('forbidden');
      const { dealId } = request.params as Static<typeof dealParams>;
      const commandId = request.headers['idempotency-key'] ?? randomUUID();
      const asked = { dealId, commandId, by, body: { type, ...(request.body as object) } as CommandBody };
      return send(await askDeal(deps, asked), { dealId, reply });
    });
  }

  function send(answer: Answer, { dealId, reply }: { dealId: string; reply: FastifyReply }) {
    reply.header('idempotency-key', answer.commandId);
    if (answer.state === 'applied')
      return reply.send({ outcome: 'applied', commandId: answer.commandId, entry: answer.entry });
    if (answer.state === 'refused') throw refusedProblem(answer.entry, messagesIn(languageOf(reply.request)));
    reply.header('location', `/api/deals/${dealId}/commands/${answer.commandId}`);
    return reply.code(202).send({ outcome: 'pending', commandId: answer.commandId });
  }
}
