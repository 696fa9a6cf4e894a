import type { App, Deps } from '../../deps.ts';
import { anyFields } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { byOf } from '../settings/admin.ts';
import { parseAway } from '../settings/away/parse-away.ts';
import { setAway } from '../settings/away/set-away.ts';
import { wrongOf } from '../settings/people/view.ts';
import { awayUrl, profileUrl } from './profile-page.tsx';
import { showProfile } from './show-profile.ts';

/** Somebody says that he is away, and who does his part meanwhile. */
export function ownAwayRoute(app: App, deps: Deps): void {
  const options = { schema: { body: anyFields, hide: true }, preHandler: requireStaff(deps) };
  app.post(awayUrl, options, async (request, reply) => {
    const visit = { request, reply };
    const { messages, staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(commandId) {
        const { timeZone, staffId } = staff;
        const parsed = parseAway(request.body, { messages, timeZone, now: deps.now() });
        if (parsed.errors) return { errors: parsed.errors };
        const refused = await setAway(deps, staffId, { away: parsed.away, by: byOf(staff), commandId });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${profileUrl}?done=saved`,
      again: ({ status, errors, problem }) =>
        showProfile(deps, visit, { awayTyped: request.body, errors, problem }, status),
    });
  });
}
