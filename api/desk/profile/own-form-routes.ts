import { keysOf } from '../../../deal/keys-of.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { byOf } from '../settings/admin.ts';
import { ownForms } from '../settings/people/own-forms.ts';
import { personBy } from '../settings/people/people.ts';
import { profileUrl } from './profile-page.tsx';
import { showProfile } from './show-profile.ts';

/** Somebody says that he is away and who does his part meanwhile, and chooses what he has mails about. */
export function ownFormRoutes(app: App, deps: Deps): void {
  const options = { schema: { body: anyFields, hide: true }, preHandler: requireStaff(deps) };
  for (const name of keysOf(ownForms))
    app.post(`${profileUrl}/${name}`, options, async (request, reply) => {
      const visit = { request, reply };
      const values = request.body;
      const { messages, staff } = deskContext({ deps, ...visit });
      const person = await personBy(deps, staff.staffId);
      return submit(visit, {
        ask: commandId =>
          ownForms[name](deps, { person, values, messages, asking: { by: byOf(staff), commandId } }),
        goTo: () => `${profileUrl}?done=saved`,
        again: ({ status, errors, problem }) =>
          showProfile(deps, visit, { typed: { [name]: values }, errors, problem }, status),
      });
    });
}
