import type { FastifyReply } from 'fastify';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, type FormValues } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { languageOf } from '../../../ui/pages/language.ts';
import type { Visit } from '../../../visit.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { listStaff, mayOwnDeals } from '../../staff.ts';
import { sendRows } from '../export/send-rows.ts';
import { filterIn } from '../filter.ts';
import { previewUrl } from '../remind/view.ts';
import { showList } from '../show-list.ts';
import { askMany } from './ask-many.ts';
import { outcomeUrl } from './outcome.ts';
import { pickedIn } from './picked.ts';

/** What is done with the deals that somebody has ticked. */
export async function bulkRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { body: anyFields, hide: true }, preHandler: requireStaff(deps) };
  app.post('/desk/deals/bulk', options, async (request, reply) => {
    const values = request.body;
    const visit = { request, reply };
    const picked = pickedIn(values);
    if (values.action === 'export' && picked.length > 0)
      return sendRows(deps, { reply, messages: wordsFor(visit) }, { _id: { $in: picked } });
    if (values.action === 'remind' && picked.length > 0)
      return reply.redirect(previewUrl(picked, filterIn(values.query ?? '')), 303);
    return assign(deps, visit, { values, picked });
  });
}

const wordsFor = ({ request }: Visit) => messagesIn(languageOf(request, staffOf(request).language));

interface Sent {
  values: FormValues;
  picked: string[];
}

async function assign(deps: Deps, visit: Visit, { values, picked }: Sent): Promise<FastifyReply> {
  const by = staffOf(visit.request);
  const filter = filterIn(values.query ?? '');
  const { bulk } = wordsFor(visit).desk.list;
  const owner = (await listStaff(deps.db)).filter(mayOwnDeals).find(({ email }) => email === values.assignTo);
  return submit(visit, {
    async ask(commandId) {
      if (picked.length === 0) return { errors: {}, problem: bulk.nothingTicked };
      if (!owner) return { errors: {}, problem: bulk.noOwner };
      const body = { type: 'assignOwner', owner: owner.email, timeZone: owner.timeZone } as const;
      return askMany(deps, { asks: picked.map(dealId => ({ dealId, body })), by, commandId });
    },
    goTo: outcome => outcomeUrl(filter, outcome),
    again: ({ problem, status }) => showList(deps, visit, { filter, problem, status }),
  });
}
