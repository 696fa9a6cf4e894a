import { Type } from 'typebox';
import type { User } from '../../../shared/accounts/accounts.ts';
import { resetGoodForHours } from '../../../shared/accounts/password-reset-link.ts';
import type { PasswordResetRecord } from '../../../shared/models/accounts/password-reset.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { perConnection } from '../limits.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { passwordErrors } from '../password-errors.ts';
import { signIn } from '../session.ts';
import { NewPasswordPage, ResetOverPage } from './new-password-page.tsx';
import { findReset, useReset } from './password-reset.ts';

const params = Type.Object({ token: Type.String({ maxLength: 100 }) });
const body = Type.Object({ password: text(1000), nonce });

/** /accounts/new-password/{token}, the link of the mail to somebody who has forgotten his password. */
export function newPasswordRoutes(app: App, deps: Deps): void {
  const path = '/accounts/new-password/:token';

  app.get(path, { schema: { params, hide: true } }, async (request, reply) => {
    const found = await findReset(deps, request.params.token);
    return found.state === 'open' ? show({ request, reply }, found.user) : over({ request, reply }, found);
  });

  app.post(path, { schema: { params, body, hide: true }, config: perConnection }, async (request, reply) => {
    const found = await findReset(deps, request.params.token);
    const visit = { request, reply };
    return found.state === 'open' ? change(visit, { ...found, ...request.body }) : over(visit, found);
  });

  function change(visit: Visit, { user, record, password }: Change) {
    return submit(visit, {
      async ask() {
        const errors = await passwordErrors(password, { ...user, messages: contextOf(visit, user).messages });
        if (errors) return { errors };
        const changed = await useReset(deps, { user, record, password });
        if (!changed) return { errors: {}, status: 410 }; // Somebody was faster.
        await signIn(visit, changed);
        visit.request.log.info({ userId: user.userId }, 'customer has a new password');
        return nextPath(record.next);
      },
      goTo: url => url,
      again: back => (back.status === 410 ? over(visit, record) : show(visit, user, back)),
    });
  }

  const contextOf = ({ request }: Visit, user?: User): PageContext =>
    pageContext(request, { config: deps.config, known: user?.language });

  function show(visit: Visit, user: User, back?: Comeback) {
    const page = (
      <NewPasswordPage
        context={contextOf(visit, user)}
        keys={formKeys(visit.reply)}
        action={visit.request.url}
        email={user.email}
        errors={back?.errors}
        problem={back?.problem}
      />
    );
    return sendPage(visit.reply, page, back?.status);
  }

  const over = (visit: Visit, { next }: { next?: string }) =>
    sendPage(visit.reply, resetOver(contextOf(visit), nextPath(next)), 410);
}

const resetOver = (context: PageContext, next: string) => (
  <ResetOverPage
    context={context}
    goodForHours={resetGoodForHours}
    again={doorTo(next, 'forgot-password')}
    signIn={doorTo(next, 'sign-in')}
  />
);

interface Change {
  user: User;
  record: PasswordResetRecord;
  password: string;
}
