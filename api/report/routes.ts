import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { requireCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { keptReport } from './kept-report.ts';
import { reportFor } from './period.ts';
import { reportAnswer, reportQuery } from './schemas.ts';

/** The report for programs. Months are those of the vendor's time zone. */
export async function reportRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  const schema = {
    tags: ['report'],
    security: [{ token: [] }],
    querystring: reportQuery,
    response: { 200: reportAnswer, ...problemAnswers },
  };
  app.get('/api/report', { schema }, async request => {
    const now = deps.now();
    const query = reportFor(request.query, { now, timeZone: deps.config.VENDOR_TIME_ZONE });
    return keptReport(deps.db, query, now);
  });
}
