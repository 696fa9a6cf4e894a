import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { anyFields, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { asksForAll } from '../../ui/fields/zones-query.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { parseAbout } from '../settings/people/parse-person.ts';
import { changeAbout } from './change-profile.ts';
import { ownFormRoutes } from './own-form-routes.ts';
import { passwordRoute } from './password-route.ts';
import { profileUrl } from './profile-page.tsx';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { showProfile } from './show-profile.ts';

const querystring = Type.Object({ zones: text(10), done: text(20) });

/** What everybody at the desk sets for himself. */
export async function profileRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(profileUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const done = (['saved', 'changed', 'off'] as const).find(each => each === request.query.done);
    return showProfile(deps, { request, reply }, { done, allZones: asksForAll(request.query) });
  });

  app.post(profileUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const { messages, staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      async ask(commandId) {
        const parsed = parseAbout(request.body, messages);
        if (parsed.errors) return { errors: parsed.errors };
        await changeAbout(deps, staff, { about: parsed.about, commandId });
        return parsed.about;
      },
      // Whatever the browser was told before, its pages are in the language that was just chosen.
      goTo: ({ language }) => `${profileUrl}?done=saved&lang=${language}`,
      again: ({ status, errors, problem }) =>
        showProfile(deps, visit, { values: request.body, allZones: true, errors, problem }, status),
    });
  });

  passwordRoute(app, deps);
  secondFactorRoutes(app, deps);
  ownFormRoutes(app, deps);
}
