import { Type } from 'typebox';
import { passwordErrors } from '../../accounts/password-errors.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { limitBy } from '../../limits/limit-by.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { changeOwnPassword, isPresentPassword } from './change-profile.ts';
import { passwordUrl, profileUrl } from './profile-page.tsx';
import { showProfile } from './show-profile.ts';

const body = Type.Object({ current: text(1000), password: text(1000), nonce });

/** Somebody chooses a new password, by his present one. */
export function passwordRoute(app: App, deps: Deps): void {
  const options = { schema: { body, hide: true }, preHandler: requireStaff(deps) };
  /** Somebody at a desk that was left open guesses no password. */
  const limit = limitBy(deps, { name: 'own-password', most: 10, minutes: 15 });

  app.post(passwordUrl, options, async (request, reply) => {
    const visit = { request, reply };
    const { messages, staff } = deskContext({ deps, ...visit });
    const { email, name: accountName } = staff;
    const { current, password } = request.body;
    return submit(visit, {
      async ask(commandId) {
        await limit(email);
        if (!(await isPresentPassword(deps, staff, current)))
          return { errors: { current: messages.desk.profile.wrong } };
        const errors = await passwordErrors(password, { email, accountName, messages });
        if (errors) return { errors };
        return changeOwnPassword(deps, visit, { staff, password, commandId });
      },
      goTo: () => `${profileUrl}?done=changed`,
      again: ({ status, errors, problem }) => showProfile(deps, visit, { errors, problem }, status),
    });
  });
}
