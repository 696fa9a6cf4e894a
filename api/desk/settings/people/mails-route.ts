import { Type } from 'typebox';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { parseTopics } from '../topics/parse-topics.ts';
import { mutedBut, setMuted } from '../topics/set-muted.ts';
import { findPerson } from './people.ts';
import { showPerson } from './show-person.ts';
import { peopleUrl, personUrl, wrongOf } from './view.ts';

const params = Type.Object({ staffId: Type.String() });

/** An admin chooses what somebody has mails about. */
export function mailsRoute(app: App, deps: Deps): void {
  const options = { schema: { params, body: anyFields, hide: true }, preHandler: requireAdmin(deps) };
  app.post(`${peopleUrl}/:staffId/mails`, options, async (request, reply) => {
    const visit = { request, reply };
    const { staffId } = request.params;
    const { messages, staff } = deskContext({ deps, ...visit });
    if (!(await findPerson(deps.db, staffId))) throw new Problem('notFound');
    return submit(visit, {
      async ask(commandId) {
        const muted = mutedBut(parseTopics(request.body));
        const refused = await setMuted(deps, staffId, { muted, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${personUrl(staffId)}?done=saved`,
      again: ({ status, errors, problem }) =>
        showPerson(deps, visit, { staffId, mailsTicked: request.body, errors, problem }, status),
    });
  });
}
