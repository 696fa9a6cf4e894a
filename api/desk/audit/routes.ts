import { Type } from 'typebox';
import { type AuditFormat, auditFormats } from '../../audit/chain.ts';
import { refuseOthers } from '../../audit/may-audit.ts';
import { auditParts } from '../../audit/rows.ts';
import { sendAudit } from '../../audit/send-audit.ts';
import { signerFrom } from '../../audit/signing.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { longestCsvMs } from '../../service/csv.ts';
import { filterOf } from '../../service/list/filter.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { filterIn, queryFrom } from '../deals/filter.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { AuditPage } from './audit-page.tsx';
import { dayBegins } from './days.ts';
import { type AuditView, auditUrl, partChoices } from './view.ts';

const querystring = Type.Object({
  from: text(30),
  until: text(30),
  list: Type.Optional(Type.String({ maxLength: 3000 })),
  part: text(20),
  format: text(10),
  export: text(5),
});

/** What the page shows of who came in. */
const shownEvents = 50;

/** What everybody has done, as a file that proves itself, and who came in lately. */
export async function auditPageRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = [
    requireStaff(deps),
    async (request: Visit['request']) => refuseOthers(staffOf(request)),
  ];
  const options = { schema: { querystring, hide: true }, preHandler, handlerTimeout: longestCsvMs };
  app.get(auditUrl, options, async (request, reply) => {
    const visit = { request, reply };
    const { query } = request;
    if (!query.export) return show(deps, visit, query);
    const staff = staffOf(request);
    const range = rangeOf(query, staff.timeZone);
    if (!range) return show(deps, visit, query);
    const part = auditParts.find(each => each === query.part);
    const filter = filterIn(query.list ?? 'stage=all');
    const deals = filterOf(queryFrom(filter, { reader: staff.email, now: deps.now() }));
    return sendAudit(deps, visit, {
      by: { id: staff.email },
      format: formatIn(query.format),
      asked: { parts: part ? [part] : auditParts, deals, ...range },
    });
  });
}

type Typed = Record<'from' | 'until' | 'part' | 'export', string> & { list?: string };

const formatIn = (asked: string): AuditFormat => auditFormats.find(each => each === asked) ?? 'jsonl';

/** From the beginning of the first day to the end of the last one, by the reader's clock. */
function rangeOf({ from, until }: Pick<Typed, 'from' | 'until'>, timeZone: string) {
  const [begin, end] = [dayBegins(from, timeZone), dayBegins(until, timeZone, 1)];
  return begin && end && begin < end ? { from: begin, until: end } : undefined;
}

/** `typed` was not taken when it asked for a file: its days are none, or in the wrong order. */
async function show(deps: Deps, { request, reply }: Visit, typed: Typed) {
  const context = deskContext({ deps, request, reply });
  const events = await deps.db.securityEvents.find().sort({ at: -1 }).limit(shownEvents).lean();
  const today = context.now.slice(0, 10);
  const isWrong = Boolean(typed.export);
  const view: AuditView = {
    context,
    ...(typed.list !== undefined && { filter: filterIn(typed.list) }),
    from: typed.from || `${today.slice(0, 8)}01`,
    until: typed.until || today,
    part: partChoices.find(each => each === typed.part) ?? 'all',
    errors: isWrong ? { from: context.messages.desk.audit.wrongRange } : {},
    publicKey: signerFrom(deps.config.SESSION_SECRET).publicKey,
    events,
  };
  return sendPage(reply, AuditPage({ view }), isWrong ? 422 : 200);
}
