import type { App, Deps } from '../../deps.ts';
import { listRows } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { listStaff } from '../staff.ts';
import { DealsPage } from './deals-page.tsx';
import { dealFilterQuery, filterFrom } from './filter.ts';

/** The list of deals. */
export async function dealListRoutes(app: App, deps: Deps): Promise<void> {
  const schema = { querystring: dealFilterQuery, hide: true };
  app.get('/desk/deals', { schema, preHandler: requireStaff(deps) }, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const filter = filterFrom(request.query);
    const [page, colleagues] = await Promise.all([listRows(deps, filter), listStaff(deps.db)]);
    return sendPage(reply, DealsPage({ view: { context, filter, colleagues, ...page } }));
  });
}
