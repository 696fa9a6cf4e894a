import { Type } from 'typebox';
import { keysOf } from '../../../../deal/keys-of.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { ownForms } from './own-forms.ts';
import { personBy } from './people.ts';
import { showPerson } from './show-person.ts';
import { peopleUrl, personUrl } from './view.ts';

const params = Type.Object({ staffId: Type.String() });

/** An admin sets for somebody what that person could set himself, such as for who has fallen ill. */
export function ownFormRoutes(app: App, deps: Deps): void {
  const options = { schema: { params, body: anyFields, hide: true }, preHandler: requireAdmin(deps) };
  for (const name of keysOf(ownForms))
    app.post(`${peopleUrl}/:staffId/${name}`, options, async (request, reply) => {
      const visit = { request, reply };
      const { staffId } = request.params;
      const values = request.body;
      const { messages, staff } = deskContext({ deps, ...visit });
      const person = await personBy(deps, staffId);
      return submit(visit, {
        ask: commandId =>
          ownForms[name](deps, { person, values, messages, asking: { by: byOf(staff), commandId } }),
        goTo: () => `${personUrl(staffId)}?done=saved`,
        again: ({ status, errors, problem }) =>
          showPerson(deps, visit, { staffId, typed: { [name]: values }, errors, problem }, status),
      });
    });
}
