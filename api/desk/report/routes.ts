import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../deps.ts';
import { dealsCsv } from '../../report/deals-csv.ts';
import { keptReport } from '../../report/kept-report.ts';
import { reportFor } from '../../report/period.ts';
import { reportForm } from '../../report/schemas.ts';
import { longestCsvMs, sendCsv } from '../../service/csv.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { listStaff } from '../staff.ts';
import { ReportPage } from './report-page.tsx';
import { reportUrl } from './view.ts';

/** How deals go, in numbers, pictures and a file. Months are those of the reader's time zone. */
export async function reportPageRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring: reportForm, hide: true }, preHandler: requireStaff(deps) };

  app.get(reportUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const { timeZone } = context.staff;
    const query = reportFor(request.query, { now: context.now, timeZone });
    const [report, colleagues] = await Promise.all([
      keptReport(deps.db, query, context.now),
      listStaff(deps.db),
    ]);
    const products = deps.config.products.map(({ productId, title }) => ({ value: productId, label: title }));
    return sendPage(reply, ReportPage({ view: { context, report, colleagues, products } }));
  });

  const alone = { ...options, handlerTimeout: longestCsvMs, config: { alone: true } };
  app.get(`${reportUrl}.csv`, alone, async (request, reply) => {
    const { timeZone, language } = staffOf(request);
    const messages = messagesIn(languageOf(request, language));
    const query = reportFor(request.query, { now: deps.now(), timeZone });
    return sendCsv(reply, `deals-${query.from}-${query.until}`, dealsCsv(deps.db, query, messages));
  });
}
