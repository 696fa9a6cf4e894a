import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { nonce } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { personBy } from './people.ts';
import { presses } from './presses.ts';
import { showPerson } from './show-person.ts';
import { peopleUrl, personUrl, wrongOf } from './view.ts';

/** The buttons on the page of a person. */
export function pressRoutes(app: App, deps: Deps): void {
  const params = Type.Object({ staffId: Type.String() });
  const body = Type.Object({ nonce });
  const options = { schema: { params, body, hide: true }, preHandler: requireAdmin(deps) };
  for (const [name, { press, done }] of Object.entries(presses))
    app.post(`${peopleUrl}/:staffId/${name}`, options, async (request, reply) => {
      const visit = { request, reply };
      const { staffId } = request.params;
      const { messages, staff } = deskContext({ deps, ...visit });
      await personBy(deps, staffId);
      return submit(visit, {
        async ask(commandId) {
          const refused = await press(deps, staffId, { by: byOf(staff), commandId });
          return refused && wrongOf(refused.refused, messages);
        },
        goTo: () => `${personUrl(staffId)}?done=${done}`,
        again: ({ status, errors, problem }) => showPerson(deps, visit, { staffId, errors, problem }, status),
      });
    });
}
