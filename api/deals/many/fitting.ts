import type { App, Deps } from '../../deps.ts';
import { previewOf } from '../../desk/deals/remind/preview.ts';
import { callerOf } from '../../plugins/callers.ts';
import { repeated } from '../../plugins/repeated.ts';
import { fittingAnswer, fittingQuery } from './schemas.ts';

const schema = {
  tags: ['deals'],
  security: [{ token: [] }],
  summary: 'The reminder that would be sent to the buyer of each of these deals now',
  querystring: fittingQuery,
  response: fittingAnswer,
};

/** What the desk shows before the buyers of many deals are reminded. */
export async function fittingRoute(app: App, deps: Deps): Promise<void> {
  app.addHook('preValidation', repeated('deal'));
  app.get('/api/fitting-reminders', { schema }, async request => {
    const { toSend, skipped } = await previewOf(deps, { dealIds: request.query.deal, by: callerOf(request) });
    return {
      toSend: toSend.map(({ deal: { dealId }, deadline: { key, kind, at }, posts }) => ({
        dealId,
        key,
        kind,
        at,
        mails: posts.length,
      })),
      skipped: skipped.map(({ deal: { dealId }, why }) => ({ dealId, why })),
    };
  });
}
