import { messagesIn } from '../../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../../deps.ts';
import { longestCsvMs } from '../../../service/csv.ts';
import { languageOf } from '../../../ui/pages/language.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { dealFilterQuery, filterFrom, queryFrom } from '../filter.ts';
import { sendList } from './send-rows.ts';

/** The whole of a list as a file for a spreadsheet. */
export async function exportRoutes(app: App, deps: Deps): Promise<void> {
  const schema = { querystring: dealFilterQuery, hide: true };
  app.get(
    '/desk/deals/export.csv',
    { schema, preHandler: requireStaff(deps), handlerTimeout: longestCsvMs, config: { alone: true } },
    async (request, reply) => {
      const { email, language } = staffOf(request);
      const messages = messagesIn(languageOf(request, language));
      const query = queryFrom(filterFrom(request.query), { reader: email, now: deps.now() });
      return sendList(deps, { reply, messages }, query);
    },
  );
}
