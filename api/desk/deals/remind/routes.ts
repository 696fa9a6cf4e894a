import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { actorOf, listStaff } from '../../staff.ts';
import { askMany } from '../bulk/ask-many.ts';
import { outcomeUrl } from '../bulk/outcome.ts';
import { pickedIn, pickName } from '../bulk/picked.ts';
import { filterIn } from '../filter.ts';
import { previewOf } from './preview.ts';
import { RemindPage } from './remind-page.tsx';
import { previewUrl, remindUrl } from './view.ts';

const querystring = Type.Object({ deals: text(8000), list: text(3000) });

/** As many as a page of the list has. */
const most = 100;

/** Reminding the buyers of several deals at once: first what would be sent, then the press that sends it. */
export async function remindRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(remindUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const dealIds = request.query.deals.split(',').filter(Boolean).slice(0, most);
    return show(deps, { request, reply }, { dealIds, list: request.query.list });
  });

  app.post(remindUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const values = request.body;
    const dealIds = pickedIn(values);
    const list = values.list ?? '';
    return submit(visit, {
      ask: async commandId => {
        const asks = dealIds.map(dealId => {
          const key = values[pickName(dealId)] ?? '';
          return { dealId, body: { type: 'sendReminderNow', key } as const };
        });
        return askMany(deps, { asks, by: staffOf(request), commandId });
      },
      goTo: outcome => `${outcomeUrl(filterIn(list), outcome)}&did=remind`,
      again: ({ problem, status }) => show(deps, visit, { dealIds, list, problem, status }),
    });
  });
}

interface Shown {
  dealIds: readonly string[];
  list: string;
  problem?: string;
  status?: number;
}

async function show(
  deps: Deps,
  visit: Visit,
  { dealIds, list, problem, status }: Shown,
): Promise<FastifyReply> {
  const filter = filterIn(list);
  const url = visit.request.method === 'GET' ? undefined : previewUrl(dealIds, filter);
  const context = deskContext({ deps, ...visit, url });
  const [preview, colleagues] = await Promise.all([
    previewOf(deps, { dealIds, by: actorOf(context.staff) }),
    listStaff(deps.db),
  ]);
  return sendPage(
    visit.reply,
    RemindPage({ view: { context, colleagues, filter, problem, ...preview } }),
    status,
  );
}
