import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { text } from '../../../forms/fields.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireAdmin } from '../admin.ts';
import { inviteRoutes } from './invite-routes.ts';
import { ownFormRoutes } from './own-form-routes.ts';
import { listPeople } from './people.ts';
import { PeoplePage } from './people-page.tsx';
import { personRoutes } from './person-routes.ts';
import { pressRoutes } from './press-routes.ts';
import { doneNames, peopleUrl } from './view.ts';

const querystring = Type.Object({ done: text(20), email: text(320) });

/** Who works at the desk: the list, invitations, and one person. */
export async function peopleRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireAdmin(deps) };
  app.get(peopleUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const name = doneNames.find(each => each === request.query.done);
    const done = name && { name, email: request.query.email };
    const people = await listPeople(deps.db);
    return sendPage(reply, PeoplePage({ view: { context, people, done } }));
  });
  inviteRoutes(app, deps);
  personRoutes(app, deps);
  pressRoutes(app, deps);
  ownFormRoutes(app, deps);
}
