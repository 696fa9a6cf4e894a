import type { App, Deps } from '../deps.ts';
import { callerOf, requireCaller, rolesOfCaller } from '../plugins/callers.ts';
import { longestCsvMs } from '../service/csv.ts';
import { filterOf } from '../service/list/filter.ts';
import { refuseOthers } from './may-audit.ts';
import { auditParts } from './rows.ts';
import { auditAnswers, auditParams, auditQuery } from './schemas.ts';
import { sendAudit } from './send-audit.ts';

/** What everybody has done, for programs: timelines of deals and security events. Throws the Problem forbidden. */
export async function auditRoutes(app: App, deps: Deps): Promise<void> {
  app.addHook('onRequest', requireCaller(app, deps));
  const schema = {
    tags: ['audit'],
    security: [{ token: [] }],
    params: auditParams,
    querystring: auditQuery,
    response: auditAnswers,
  };
  const options = {
    schema,
    handlerTimeout: longestCsvMs,
    onRequest: async (request: Parameters<typeof callerOf>[0]) =>
      refuseOthers({ roles: rolesOfCaller(request) }),
  };
  app.get('/api/audit.:format', options, async (request, reply) => {
    const { from, until = deps.now(), part, stage, ...narrowing } = request.query;
    return sendAudit(
      deps,
      { request, reply },
      {
        by: callerOf(request),
        format: request.params.format,
        asked: {
          parts: part ? [part] : auditParts,
          deals: filterOf({ ...narrowing, ...(stage && { stages: [stage] }) }),
          from: new Date(from).toISOString(),
          until: new Date(until).toISOString(),
        },
      },
    );
  });
}
