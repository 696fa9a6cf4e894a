import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { User } from '../../../shared/accounts/accounts.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { addressLimit, perConnection } from '../address-limit.ts';
import { fieldsOf } from '../form-fields.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { signedInUser, signIn, signOut, waitForMail } from '../session.ts';
import { mailSignUp } from '../verify/email-verification.ts';
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx';

/** A place where people sign in: on its own, or on the way of a set-up session. */
export interface SignInPlace {
  /** Fastify path, GET and POST. */
  path: string;
  schema: FastifySchema;
  /** What this place shows around the form, and where one goes on to. */
  around: (request: FastifyRequest, context: SignInPageProps['context']) => SignInSurroundings;
  /** Told who has signed in and must verify his address first. */
  named?: (request: FastifyRequest, user: User) => Promise<void>;
}
type SignInSurroundings = Pick<SignInPageProps, 'title' | 'above' | 'below' | 'forgotten'> & {
  next: string;
  setupSessionId?: string;
};

/** Adds one place to sign in. */
export function signInAt(app: App, deps: Deps, place: SignInPlace): void {
  const withinLimit = addressLimit(app, { max: 10 });
  const { schema } = place;

  app.get(place.path, { schema }, async (request, reply) => {
    if (await signedInUser(deps, request)) return reply.redirect(surroundings(request).next, 303);
    return show(request, reply, {});
  });

  app.post(place.path, { schema, config: perConnection }, async (request, reply) => {
    await withinLimit(request);
    const { email, password } = fieldsOf(request.body, ['email', 'password']);
    const user = await deps.accounts.signIn({ email, password });
    if (user) return letIn(request, reply, user);
    request.log.info('customer sign-in refused');
    return show(request, reply, { email, wrong: true }, 422);
  });

  /** Whoever has not verified his address must do that first. */
  async function letIn(request: FastifyRequest, reply: FastifyReply, user: User) {
    const { next, setupSessionId } = surroundings(request);
    if (!user.emailVerified) {
      const signUp = { email: user.email, userId: user.userId, setupSessionId };
      await place.named?.(request, user);
      await waitForMail(request, signUp);
      await mailSignUp(deps, signUp, user.language);
      return reply.redirect('/accounts/check-mail', 303);
    }
    await signIn({ request, reply }, user);
    request.log.info({ userId: user.userId }, 'customer signed in');
    return reply.redirect(next, 303);
  }

  const contextOf = (request: FastifyRequest) =>
    pageContext(request, { config: deps.config, url: request.url });
  const surroundings = (request: FastifyRequest) => place.around(request, contextOf(request));

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { email, wrong }: { email?: string; wrong?: boolean },
    status = 200,
  ) {
    const context = contextOf(request);
    const { signedOut } = fieldsOf(request.query, ['signedOut']);
    const isFirst = request.method === 'GET';
    const { title, above, below, forgotten } = surroundings(request);
    const page = (
      <SignInPage
        context={context}
        keys={formKeys(reply)}
        action={request.url}
        {...{ title, above, below, forgotten }}
        email={email}
        wrong={wrong}
        signedOut={isFirst && signedOut === 'yes'}
      />
    );
    return sendPage(reply, page, status);
  }
}

const forPeople = { hide: true };

/** /accounts/sign-in and /accounts/sign-out. */
export function signInRoutes(app: App, deps: Deps): void {
  signInAt(app, deps, {
    path: '/accounts/sign-in',
    schema: forPeople,
    around: (request, { messages }) => {
      const next = nextPath(fieldsOf(request.query, ['next']).next || undefined);
      return {
        title: messages.accounts.signIn.title,
        next,
        forgotten: doorTo(next, 'forgot-password'),
      };
    },
  });

  app.post('/accounts/sign-out', { schema: forPeople }, async (request, reply) => {
    const { everywhere } = fieldsOf(request.body, ['everywhere']);
    await signOut(deps, { request, everywhere: everywhere === 'yes' });
    return reply.redirect('/accounts/sign-in?signedOut=yes', 303);
  });
}
