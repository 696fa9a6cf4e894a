import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import { canonicalEmail } from '../../../deal/contract/email.ts';
import { keysOf } from '../../../deal/keys-of.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { signInLimit } from '../../limits/sign-in-limit.ts';
import { noteSecurity } from '../../service/security/note.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { enterByPassword } from '../second-factor/begun.ts';
import { secondStepRoutes } from '../second-factor/door-routes.ts';
import { afterSignIn, signedInStaff } from '../session.ts';
import { staffWithPassword } from '../staff.ts';
import { oidcRoutes } from './oidc/routes.ts';
import { SignInPage, type SignInView } from './sign-in-page.tsx';

const path = '/desk/sign-in';
const querystring = Type.Object({ next: text(2000), refused: text(20) });
const body = Type.Object({ email: text(254), password: text(1000), next: text(2000) });
/** Each attempt costs a password derivation, so few are let through from one place. */
const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Where staff come in and go out. */
export async function signInRoutes(app: App, deps: Deps): Promise<void> {
  const limit = signInLimit(deps, 'desk');

  await oidcRoutes(app, deps);
  await secondStepRoutes(app, deps);
  signOutRoute(app, deps);

  app.get(path, { schema: { querystring, hide: true } }, async (request, reply) => {
    const visit = { request, reply };
    const next = afterSignIn(request.query.next);
    const { refused } = contextOf(visit, next).messages.desk.signIn;
    const reason = keysOf(refused).find(each => each === request.query.refused);
    return door(visit, { next, ...(reason && { problem: refused[reason] }) });
  });

  app.post(path, { schema: { body, hide: true }, config: attempts }, async (request, reply) => {
    const { email, password } = request.body;
    const next = afterSignIn(request.body.next);
    const visit = { request, reply };
    return submit(visit, {
      async ask() {
        const succeed = await limit(visit, email);
        const staff = await staffWithPassword(deps.db, { email, password });
        if (!staff) {
          const who = canonicalEmail(email);
          await noteSecurity(deps, request, { what: 'signInFailed', door: 'desk', who });
          return { errors: {}, problem: contextOf(visit, next).messages.desk.signIn.wrong };
        }
        await succeed();
        return { goOn: await enterByPassword(deps, visit, { staff, next }) };
      },
      goTo: ({ goOn }) => goOn,
      again: ({ status, ...back }) => door(visit, { next, email, ...back }, status),
    });
  });

  const contextOf = ({ request }: Visit, next: string) =>
    pageContext(request, { config: deps.config, url: `${path}?${new URLSearchParams({ next })}` });

  function door(visit: Visit, view: Omit<SignInView, 'context' | 'keys'>, status = 200) {
    const { OIDC_ISSUER, OIDC_NAME } = deps.config;
    const context = contextOf(visit, view.next);
    const provider = OIDC_ISSUER ? OIDC_NAME || context.messages.desk.signIn.organization : undefined;
    const shown = { ...view, context, provider, keys: formKeys(visit.reply) };
    return sendPage(visit.reply, SignInPage({ view: shown }), status);
  }
}

function signOutRoute(app: App, deps: Deps): void {
  app.post('/desk/sign-out', { schema: { hide: true } }, async (request, reply) => {
    const staff = await signedInStaff(deps, request);
    await request.session.destroy();
    if (staff) await noteSecurity(deps, request, { what: 'signedOut', door: 'desk', who: staff.email });
    return reply.redirect(path, 303);
  });
}
