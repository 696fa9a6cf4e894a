import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { asksForAll } from '../../../ui/fields/zones-query.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { staffOf } from '../../session.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { invite } from './invite.ts';
import { emailProblem, parsePerson } from './parse-person.ts';
import { listPeople } from './people.ts';
import { InvitePage } from './person-page.tsx';
import { type Back, type FormView, peopleUrl, wrongOf } from './view.ts';

const newUrl = `${peopleUrl}/new`;
const querystring = Type.Object({ zones: text(10) });

/** Where a colleague is invited. */
export function inviteRoutes(app: App, deps: Deps): void {
  const preHandler = requireAdmin(deps);
  const { VENDOR_TIME_ZONE: timeZone } = deps.config;

  app.get(newUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const { language } = staffOf(request);
    const allZones = asksForAll(request.query);
    return show(deps, { request, reply }, { values: { language, timeZone }, allZones });
  });

  app.post(newUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const values = request.body;
    const { messages, staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(commandId) {
        const parsed = parsePerson(values, messages);
        const errors = { ...emailProblem(values, messages), ...parsed.errors };
        if (parsed.errors || Object.keys(errors).length > 0) return { errors };
        const refused = await invite(deps, { ...parsed, by: byOf(staff), commandId });
        return refused ? wrongOf(refused.refused, messages) : parsed.email;
      },
      goTo: email => `${peopleUrl}?${new URLSearchParams({ done: 'invited', email })}`,
      again: ({ status, ...back }) => show(deps, visit, { values, allZones: true, ...back }, status),
    });
  });
}

async function show(deps: Deps, visit: Visit, view: Pick<FormView, 'values'> & Back, status = 200) {
  const context = deskContext({ deps, ...visit, url: newUrl });
  const people = await listPeople(deps.db);
  return sendPage(visit.reply, InvitePage({ view: { ...view, context, people } }), status);
}
