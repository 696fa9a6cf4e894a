import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { User } from '../../../shared/accounts/accounts.ts';
import { linkGoodForHours } from '../../../shared/accounts/verification-link.ts';
import type { EmailTokenRecord } from '../../../shared/models/accounts/email-token.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { perConnection } from '../address-limit.ts';
import { fieldsOf } from '../form-fields.ts';
import { doorTo } from '../next-path.ts';
import { signIn } from '../session.ts';
import { findVerification, signInPath, useVerification, type Verification } from './email-verification.ts';
import { VerifiedPage, VerifyOverPage, VerifyPage } from './verify-page.tsx';

const schema = { params: Type.Object({ token: Type.String({ maxLength: 100 }) }), hide: true };

const goOnTo = ({ setupSessionId }: EmailTokenRecord) =>
  setupSessionId ? `/setup/${setupSessionId}` : '/organizations';

/** /accounts/verify/{token}, the link of the verification mail. */
export function verifyRoutes(app: App, deps: Deps): void {
  const contextOf = (request: FastifyRequest) => pageContext(request, { config: deps.config });

  app.get('/accounts/verify/:token', { schema }, async (request, reply) => {
    const found = await findVerification(deps, request.params.token);
    if (found.state === 'open') return ask(request, reply, found);
    return answerClosed(request, reply, found);
  });

  app.post('/accounts/verify/:token', { schema, config: perConnection }, async (request, reply) => {
    const found = await findVerification(deps, request.params.token);
    if (found.state !== 'open') return answerClosed(request, reply, found);
    if (!(await isOwner(request, found.user))) return ask(request, reply, found, true);
    if (!(await useVerification(deps, found.token))) return reply.redirect(request.url, 303);
    await signIn({ request, reply }, found.user);
    return reply.redirect(goOnTo(found.token), 303);
  });

  const registeredHere = (request: FastifyRequest, user: User) =>
    request.session.signUp?.userId === user.userId;

  async function isOwner(request: FastifyRequest, user: User): Promise<boolean> {
    if (registeredHere(request, user)) return true;
    const { password } = fieldsOf(request.body, ['password']);
    const found = await deps.accounts.signIn({ email: user.email, password });
    return found?.userId === user.userId;
  }

  function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { user, token }: { user: User; token: EmailTokenRecord },
    wrong = false,
  ) {
    const context = contextOf(request);
    const { wrongPassword } = context.messages.accounts.verify;
    const page = (
      <VerifyPage
        context={context}
        keys={formKeys(reply)}
        action={request.url}
        email={user.email}
        askPassword={!registeredHere(request, user)}
        forgottenUrl={doorTo(goOnTo(token), 'forgot-password')}
        errors={wrong ? { password: wrongPassword } : {}}
      />
    );
    return sendPage(reply, page, wrong ? 422 : 200);
  }

  function answerClosed(
    request: FastifyRequest,
    reply: FastifyReply,
    found: Exclude<Verification, { state: 'open' }>,
  ) {
    const context = contextOf(request);
    if (found.state === 'over') {
      const over = { context, goodForHours: linkGoodForHours, signInUrl: signInPath(found) };
      return sendPage(reply, <VerifyOverPage {...over} />, 410);
    }
    return sendPage(reply, <VerifiedPage context={context} next={goOnTo(found.token)} />);
  }
}
