import type { App, Deps } from '../../deps.ts';
import { anyFields } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { byOf } from '../settings/admin.ts';
import { wrongOf } from '../settings/people/view.ts';
import { parseTopics } from '../settings/topics/parse-topics.ts';
import { mutedBut, setMuted } from '../settings/topics/set-muted.ts';
import { mailsUrl, profileUrl } from './profile-page.tsx';
import { showProfile } from './show-profile.ts';

/** Somebody chooses what he has mails about. */
export function ownMailsRoute(app: App, deps: Deps): void {
  const options = { schema: { body: anyFields, hide: true }, preHandler: requireStaff(deps) };
  app.post(mailsUrl, options, async (request, reply) => {
    const visit = { request, reply };
    const { messages, staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(commandId) {
        const muted = mutedBut(parseTopics(request.body));
        const refused = await setMuted(deps, staff.staffId, { muted, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${profileUrl}?done=saved`,
      again: ({ status, errors, problem }) =>
        showProfile(deps, visit, { mailsTicked: request.body, errors, problem }, status),
    });
  });
}
