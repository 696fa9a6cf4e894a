import { Type } from 'typebox';
import type { User } from '../../../shared/accounts/accounts.ts';
import { linkGoodForHours } from '../../../shared/accounts/verification-link.ts';
import type { EmailTokenRecord } from '../../../shared/models/accounts/email-token.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { signInLimit } from '../../limits/sign-in-limit.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { perConnection } from '../limits.ts';
import { doorTo } from '../next-path.ts';
import { signIn } from '../session.ts';
import { findVerification, signInPath, useVerification, type Verification } from './email-verification.ts';
import { VerifiedPage, VerifyOverPage, VerifyPage } from './verify-page.tsx';

const params = Type.Object({ token: Type.String({ maxLength: 100 }) });
const body = Type.Object({ password: text(1000), nonce });

const goOnTo = ({ setupSessionId }: EmailTokenRecord) =>
  setupSessionId ? `/setup/${setupSessionId}` : '/organizations';

interface Open {
  user: User;
  token: EmailTokenRecord;
}

/** /accounts/verify/{token}, the link of the verification mail. */
export function verifyRoutes(app: App, deps: Deps): void {
  const path = '/accounts/verify/:token';
  const limit = signInLimit(deps, 'accounts');
  const contextOf = ({ request }: Visit) => pageContext(request, { config: deps.config });

  app.get(path, { schema: { params, hide: true } }, async (request, reply) => {
    const found = await findVerification(deps, request.params.token);
    return found.state === 'open' ? show({ request, reply }, found) : closed({ request, reply }, found);
  });

  app.post(path, { schema: { params, body, hide: true }, config: perConnection }, async (request, reply) => {
    const found = await findVerification(deps, request.params.token);
    const visit = { request, reply };
    if (found.state !== 'open') return closed(visit, found);
    return verify(visit, found, request.body.password);
  });

  function verify(visit: Visit, { user, token }: Open, password: string) {
    return submit(visit, {
      async ask() {
        if (!(await isOwner(visit, user, password)))
          return { errors: { password: contextOf(visit).messages.accounts.verify.wrongPassword } };
        if (!(await useVerification(deps, token))) return visit.request.url;
        await signIn(visit, user);
        return goOnTo(token);
      },
      goTo: url => url,
      again: back => show(visit, { user, token }, back),
    });
  }

  const registeredHere = ({ request }: Visit, user: User) => request.session.signUp?.userId === user.userId;

  async function isOwner(visit: Visit, user: User, password: string): Promise<boolean> {
    if (registeredHere(visit, user)) return true;
    const succeed = await limit(visit, user.email);
    const found = await deps.accounts.signIn({ email: user.email, password });
    if (found) await succeed();
    return found?.userId === user.userId;
  }

  function show(visit: Visit, { user, token }: Open, back?: Comeback) {
    const page = (
      <VerifyPage
        context={contextOf(visit)}
        keys={formKeys(visit.reply)}
        action={visit.request.url}
        email={user.email}
        askPassword={!registeredHere(visit, user)}
        forgottenUrl={doorTo(goOnTo(token), 'forgot-password')}
        errors={back?.errors}
        problem={back?.problem}
      />
    );
    return sendPage(visit.reply, page, back?.status);
  }

  function closed(visit: Visit, found: Exclude<Verification, { state: 'open' }>) {
    const context = contextOf(visit);
    if (found.state === 'over') {
      const over = { context, goodForHours: linkGoodForHours, signInUrl: signInPath(found) };
      return sendPage(visit.reply, <VerifyOverPage {...over} />, 410);
    }
    return sendPage(visit.reply, <VerifiedPage context={context} next={goOnTo(found.token)} />);
  }
}
