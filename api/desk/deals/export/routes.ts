import { listIndexName, listSorts } from '../../../../shared/models/deal-list.ts';
import type { App, Deps } from '../../../deps.ts';
import { longestCsvMs } from '../../../service/csv.ts';
import { familyOf, filterOf } from '../../../service/list/filter.ts';
import { sortOf } from '../../../service/list/query.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { dealFilterQuery, filterFrom, queryFrom } from '../filter.ts';
import { sendRows } from './send-rows.ts';

/** The whole of a list as a file for a spreadsheet. */
export async function exportRoutes(app: App, deps: Deps): Promise<void> {
  const schema = { querystring: dealFilterQuery, hide: true };
  app.get(
    '/desk/deals/export.csv',
    { schema, preHandler: requireStaff(deps), handlerTimeout: longestCsvMs, config: { alone: true } },
    async (request, reply) => {
      const { cursor: _place, ...filter } = filterFrom(request.query);
      const query = queryFrom(filter, { reader: staffOf(request).email, now: deps.now() });
      const sort = sortOf(query);
      return sendRows(deps, { request, reply }, filterOf(query), {
        sort: { [`list.${sort}`]: listSorts[sort] },
        hint: query.q ? undefined : listIndexName(familyOf(query), sort),
      });
    },
  );
}
