import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { requireStaff } from '../session.ts';
import { outcomeIn, outcomeQuery } from './bulk/outcome.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { exportRoutes } from './export/routes.ts';
import { dealFilterQuery, filterFrom } from './filter.ts';
import { remindRoutes } from './remind/routes.ts';
import { showList } from './show-list.ts';
import { viewRoutes } from './views/routes.ts';

/** The list of deals, as a table or a board, what is done with several of them, and the lists that people keep. */
export async function dealListRoutes(app: App, deps: Deps): Promise<void> {
  const querystring = Type.Object({
    ...dealFilterQuery.properties,
    ...outcomeQuery.properties,
    did: text(10),
  });
  const schema = { querystring, hide: true };
  app.get('/desk/deals', { schema, preHandler: requireStaff(deps) }, async (request, reply) => {
    const outcome = outcomeIn(request.query);
    const did = request.query.did === 'remind' ? ('remind' as const) : ('assign' as const);
    const done = outcome && { ...outcome, did };
    return showList(deps, { request, reply }, { filter: filterFrom(request.query), done });
  });
  await app.register(exportRoutes, deps);
  await app.register(bulkRoutes, deps);
  await app.register(remindRoutes, deps);
  await app.register(viewRoutes, deps);
}
