import { commandIds } from '../../deal/keys.ts';
import type { App, Deps } from '../deps.ts';
import { callerOf } from '../plugins/callers.ts';
import { assertIsDeal, readDeal, readTimeline } from '../service/read.ts';
import { findEntry } from '../service/watch.ts';
import { answers, commandParams, dealAnswer, dealParams, timelineAnswer } from './schemas.ts';
import { sendAnswer } from './send-answer.ts';

const common = { tags: ['deals'], security: [{ token: [] }] };

/** What is known of a deal, and what became of a command. */
export function readRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/deals/:dealId',
    { schema: { ...common, params: dealParams, response: dealAnswer } },
    async request => readDeal(deps, request.params.dealId),
  );

  app.get(
    '/api/deals/:dealId/timeline',
    { schema: { ...common, params: dealParams, response: timelineAnswer } },
    async request => {
      await readDeal(deps, request.params.dealId);
      return { entries: await readTimeline(deps, request.params.dealId) };
    },
  );

  app.get(
    '/api/deals/:dealId/commands/:commandId',
    { schema: { ...common, params: commandParams, response: answers } },
    async (request, reply) => {
      const { dealId, commandId } = request.params;
      await assertIsDeal(deps, dealId);
      const own = commandIds.chosen(callerOf(request), commandId);
      const entry = await findEntry(deps.db, { dealId, commandId: own });
      const answer = entry
        ? { state: entry.outcome, commandId, entry }
        : { state: 'pending' as const, commandId };
      return sendAnswer(reply, { dealId, answer });
    },
  );
}
