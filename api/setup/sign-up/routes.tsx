import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressLimit, perConnection } from '../../accounts/address-limit.ts';
import { nonceOf } from '../../accounts/form-fields.ts';
import { forgottenAt } from '../../accounts/password/forgotten-routes.tsx';
import { waitForMail } from '../../accounts/session.ts';
import { signInAt } from '../../accounts/sign-in/routes.tsx';
import { checkMailAt } from '../../accounts/verify/check-mail-routes.tsx';
import { mailSignUp } from '../../accounts/verify/email-verification.ts';
import type { App, Deps } from '../../deps.ts';
import { likelyTimeZone } from '../../inquiry/parse-inquiry.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { setupPath } from '../next-page.ts';
import { findSetup, letIn, type Setup, sessionIdOf, setupSchema } from '../open-setup.ts';
import { productTitle } from '../product-title.ts';
import { SetupSteps } from '../setup-steps.tsx';
import { type RegistrationFields, readRegistration } from './parse-sign-up.ts';
import { RegisterPage, type RegisterPageProps } from './sign-up-page.tsx';

/**
 * Registering and signing in on the way of a set-up. These pages are the same for everybody, so that they tell nobody
 * whether a set-up session exists; only who may open it sees what was bought.
 */
export function setupAccountRoutes(app: App, deps: Deps): void {
  const withinLimit = addressLimit(app, { max: 5 });
  const path = '/setup/:sessionId/register';

  app.get(path, { schema: setupSchema }, async (request, reply) => {
    const setup = await findSetup(deps, request);
    if (setup?.user) return reply.redirect(setupPath(sessionIdOf(request)), 303);
    return show(request, reply, { setup });
  });

  app.post(path, { schema: setupSchema, config: perConnection }, async (request, reply) => {
    const setup = await findSetup(deps, request);
    const { lang, messages } = pageContext(request, { config: deps.config, known: setup?.session.language });
    const { fields, errors } = readRegistration(request.body, messages);
    if (Object.keys(errors).length > 0) return show(request, reply, { setup, fields, errors }, 422);
    await withinLimit(request);
    await register(request, { fields, lang, timeZone: setup?.deal?.inquiry.contact.timeZone });
    return reply.redirect(setupPath(sessionIdOf(request), 'check-mail'), 303);
  });

  signInAt(app, deps, {
    path: '/setup/:sessionId/sign-in',
    schema: setupSchema,
    around: (request, { messages }) => ({
      title: messages.setup.signIn.title,
      above: <SetupSteps messages={messages} current="account" />,
      below: (
        <p>
          <a href={setupPath(sessionIdOf(request), 'register')}>{messages.setup.signIn.register}</a>
        </p>
      ),
      next: setupPath(sessionIdOf(request)),
      forgotten: setupPath(sessionIdOf(request), 'forgot-password'),
      setupSessionId: sessionIdOf(request),
    }),
    named: (request, user) => letIn(deps, { request, user }),
  });

  forgottenAt(app, deps, {
    path: '/setup/:sessionId/forgot-password',
    schema: setupSchema,
    around: (request, { messages }) => ({
      above: <SetupSteps messages={messages} current="account" />,
      signIn: setupPath(sessionIdOf(request), 'sign-in'),
      next: setupPath(sessionIdOf(request)),
    }),
    named: (request, user) => letIn(deps, { request, user }),
  });

  checkMailAt(app, deps, {
    path: '/setup/:sessionId/check-mail',
    schema: setupSchema,
    around: (request, { messages }) => ({
      above: <SetupSteps messages={messages} current="account" />,
      otherAddress: setupPath(sessionIdOf(request), 'register'),
    }),
  });

  /** A known address is answered like a new one; only its owner learns by mail that there is an account. */
  async function register(
    request: FastifyRequest,
    {
      fields,
      lang,
      timeZone,
    }: { fields: RegistrationFields; lang: 'en' | 'ja'; timeZone: string | undefined },
  ): Promise<void> {
    const { outcome, user } = await deps.accounts.signUp({
      ...fields,
      language: lang,
      timeZone: timeZone ?? likelyTimeZone[lang],
      idempotencyKey: nonceOf(request.body),
    });
    await letIn(deps, { request, user });
    const signUp = {
      email: fields.email,
      setupSessionId: sessionIdOf(request),
      ...(outcome === 'created' && { userId: user.userId }),
    };
    await waitForMail(request, signUp);
    await mailSignUp(deps, signUp, lang);
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { setup, ...typed }: Pick<RegisterPageProps, 'fields' | 'errors'> & { setup?: Pick<Setup, 'session'> },
    status = 200,
  ) {
    const session = setup?.session;
    const page = (
      <RegisterPage
        context={pageContext(request, { config: deps.config, known: session?.language })}
        keys={formKeys(reply)}
        sessionId={sessionIdOf(request)}
        purchase={
          session && {
            product: productTitle(deps.config, session.productCode),
            awsAccountId: session.awsAccountId,
          }
        }
        {...typed}
      />
    );
    return sendPage(reply, page, status);
  }
}
