import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { asksForAll } from '../../../ui/fields/zones-query.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { seenIn } from '../changes/since.ts';
import { changePerson } from './change-people.ts';
import { parsePerson } from './parse-person.ts';
import { personBy } from './people.ts';
import { showPerson } from './show-person.ts';
import { peopleUrl, personUrl, wrongOf } from './view.ts';

const querystring = Type.Object({ zones: text(10), done: text(20) });
const params = Type.Object({ staffId: Type.String() });

/** One person: what he is and may do. */
export function personRoutes(app: App, deps: Deps): void {
  const preHandler = requireAdmin(deps);
  const path = `${peopleUrl}/:staffId`;

  app.get(path, { schema: { params, querystring, hide: true }, preHandler }, async (request, reply) => {
    const { zones, done } = request.query;
    const { staffId } = request.params;
    return showPerson(deps, { request, reply }, { staffId, done, allZones: asksForAll({ zones }) });
  });

  const saving = { schema: { params, body: anyFields, hide: true }, preHandler };
  app.post(path, saving, async (request, reply) => {
    const visit = { request, reply };
    const values = request.body;
    const seen = seenIn(values);
    const { staffId } = request.params;
    const { messages, staff } = deskContext({ deps, ...visit });
    await personBy(deps, staffId);
    return submit(visit, {
      async ask(commandId) {
        const parsed = parsePerson(values, messages);
        if (parsed.errors) return { errors: parsed.errors };
        const { person } = parsed;
        const refused = await changePerson(deps, staffId, { person, seen, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${personUrl(staffId)}?done=saved`,
      again: ({ status, ...back }) =>
        showPerson(deps, visit, { staffId, values, allZones: true, hadSeen: seen, ...back }, status),
    });
  });
}
