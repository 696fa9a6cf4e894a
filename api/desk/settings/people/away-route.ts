import { Type } from 'typebox';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { parseAway } from '../away/parse-away.ts';
import { setAway } from '../away/set-away.ts';
import { findPerson } from './people.ts';
import { showPerson } from './show-person.ts';
import { peopleUrl, personUrl, wrongOf } from './view.ts';

const params = Type.Object({ staffId: Type.String() });

/** An admin says that somebody is away, such as who has fallen ill. */
export function awayRoute(app: App, deps: Deps): void {
  const options = { schema: { params, body: anyFields, hide: true }, preHandler: requireAdmin(deps) };
  app.post(`${peopleUrl}/:staffId/away`, options, async (request, reply) => {
    const visit = { request, reply };
    const { staffId } = request.params;
    const { messages, staff } = deskContext({ deps, ...visit });
    const person = await findPerson(deps.db, staffId);
    if (!person) throw new Problem('notFound');
    return submit(visit, {
      async ask(commandId) {
        const { timeZone } = person;
        const parsed = parseAway(request.body, { messages, timeZone, now: deps.now() });
        if (parsed.errors) return { errors: parsed.errors };
        const refused = await setAway(deps, staffId, { away: parsed.away, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${personUrl(staffId)}?done=saved`,
      again: ({ status, errors, problem }) =>
        showPerson(deps, visit, { staffId, awayTyped: request.body, errors, problem }, status),
    });
  });
}
