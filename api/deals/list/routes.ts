import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../deps.ts';
import { sendList } from '../../desk/deals/export/send-rows.ts';
import { callerOf } from '../../plugins/callers.ts';
import { repeated } from '../../plugins/repeated.ts';
import { longestCsvMs } from '../../service/csv.ts';
import { listDeals } from '../../service/list/find.ts';
import { sumsOf } from '../../service/list/sums.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { dealsAnswer } from '../schemas.ts';
import { queryAsked } from './asked.ts';
import { csvAnswer, csvQuery, listQuery, sumsAnswer, sumsQuery } from './schemas.ts';

const common = { tags: ['deals'], security: [{ token: [] }] };

/** Lists of deals for programs: their pages, what they amount to, and the whole of one as a file. */
export async function listRoutes(app: App, deps: Deps): Promise<void> {
  app.addHook('preValidation', repeated('stage'));

  const pages = { ...common, summary: 'Deals', querystring: listQuery, response: dealsAnswer };
  app.get('/api/deals', { schema: pages }, async request =>
    listDeals(deps, await queryAsked(deps, request.query, callerOf(request).id)),
  );

  const summary = 'How many deals a list has, and what they amount to';
  const sums = { ...common, summary, querystring: sumsQuery, response: sumsAnswer };
  app.get('/api/deals/sums', { schema: sums }, async request =>
    sumsOf(deps, await queryAsked(deps, request.query, callerOf(request).id)),
  );

  const file = {
    ...common,
    summary: 'The whole of a list as CSV',
    querystring: csvQuery,
    response: csvAnswer,
  };
  const options = { schema: file, handlerTimeout: longestCsvMs };
  app.get('/api/deals.csv', options, async (request, reply) => {
    const query = await queryAsked(deps, request.query, callerOf(request).id);
    return sendList(deps, { reply, messages: messagesIn(languageOf(request)) }, query);
  });
}
