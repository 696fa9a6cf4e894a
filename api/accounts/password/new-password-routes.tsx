import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { User } from '../../../shared/accounts/accounts.ts';
import { resetGoodForHours } from '../../../shared/accounts/password-reset-link.ts';
import { passwordLength, passwordProblem } from '../../../shared/accounts/password-rule.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { perConnection } from '../address-limit.ts';
import { fieldsOf } from '../form-fields.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { signIn } from '../session.ts';
import { NewPasswordPage, ResetOverPage } from './new-password-page.tsx';
import { findReset, useReset } from './password-reset.ts';

const schema = { params: Type.Object({ token: Type.String({ maxLength: 100 }) }), hide: true };

/** /accounts/new-password/{token}, the link of the mail to somebody who has forgotten his password. */
export function newPasswordRoutes(app: App, deps: Deps): void {
  app.get('/accounts/new-password/:token', { schema }, async (request, reply) => {
    const found = await findReset(deps, request.params.token);
    return found.state === 'open' ? ask(request, reply, found) : over(request, reply, found);
  });

  app.post('/accounts/new-password/:token', { schema, config: perConnection }, async (request, reply) => {
    const found = await findReset(deps, request.params.token);
    if (found.state === 'over') return over(request, reply, found);
    const { user, record } = found;
    const { password } = fieldsOf(request.body, ['password']);
    const weak = passwordProblem(password, user);
    if (weak) return ask(request, reply, { user, weak });
    const changed = await useReset(deps, { user, record, password });
    if (!changed) return over(request, reply, record);
    await signIn({ request, reply }, changed);
    request.log.info({ userId: user.userId }, 'customer has a new password');
    return reply.redirect(nextPath(record.next), 303);
  });

  function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { user, weak }: { user: User; weak?: ReturnType<typeof passwordProblem> },
  ) {
    const context = pageContext(request, { config: deps.config, known: user.language });
    const { problems } = context.messages.accounts;
    const limit = passwordLength[weak === 'passwordTooLong' ? 'max' : 'min'];
    const page = (
      <NewPasswordPage
        context={context}
        keys={formKeys(reply)}
        action={request.url}
        email={user.email}
        errors={weak ? { password: problems[weak](limit) } : {}}
      />
    );
    return sendPage(reply, page, weak ? 422 : 200);
  }

  function over(request: FastifyRequest, reply: FastifyReply, { next }: { next?: string }) {
    const page = (
      <ResetOverPage
        context={pageContext(request, { config: deps.config })}
        goodForHours={resetGoodForHours}
        again={doorTo(nextPath(next), 'forgot-password')}
        signIn={doorTo(nextPath(next), 'sign-in')}
      />
    );
    return sendPage(reply, page, 410);
  }
}
