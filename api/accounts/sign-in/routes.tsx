import { Type } from 'typebox';
import { canonicalEmail } from '../../../deal/contract/email.ts';
import type { User } from '../../../shared/accounts/accounts.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { signInLimit } from '../../limits/sign-in-limit.ts';
import { noteSecurity } from '../../service/security/note.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { type DoorVisit, doorParams } from '../door.ts';
import { perConnection } from '../limits.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { signedInUser, signIn, signOut, waitForMail } from '../session.ts';
import { mailSignUp } from '../verify/email-verification.ts';
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx';

/** Who stands at the door, and where his address asks to go on to. */
interface SignInVisit extends DoorVisit {
  asked: { next: string; signedOut: string };
}

/** A place where people sign in: on its own, or on the way of a set-up session. */
export interface SignInPlace {
  /** Fastify path, GET and POST. */
  path: string;
  /** What this place shows around the form, and where one goes on to. */
  around: (visit: SignInVisit, context: SignInPageProps['context']) => SignInSurroundings;
  /** Told who has signed in and must verify his address first. */
  named?: (visit: DoorVisit, user: User) => Promise<void>;
}
type SignInSurroundings = Pick<SignInPageProps, 'title' | 'above' | 'below' | 'forgotten'> & {
  next: string;
  setupSessionId?: string;
};

const querystring = Type.Object({ next: text(2000), signedOut: text(10) });
const body = Type.Object({ email: text(254), password: text(1000), nonce });

/** Adds one place to sign in. */
export function signInAt(app: App, deps: Deps, place: SignInPlace): void {
  const { path } = place;
  const limit = signInLimit(deps, 'accounts');
  const shown = { schema: { params: doorParams, querystring, hide: true } };
  const sent = { schema: { params: doorParams, querystring, body, hide: true }, config: perConnection };

  app.get(path, shown, async (request, reply) => {
    const visit = { request, reply, ...request.params, asked: request.query };
    const user = await signedInUser(deps, request);
    return user ? reply.redirect(surroundings(visit).next, 303) : show(visit, {});
  });

  app.post(path, sent, async (request, reply) => {
    const visit = { request, reply, ...request.params, asked: request.query };
    const { email, password } = request.body;
    return submit(visit, {
      async ask() {
        const succeed = await limit(visit, email);
        const user = await deps.accounts.signIn({ email, password });
        await noteSecurity(deps, request, {
          what: user ? 'signedIn' : 'signInFailed',
          door: 'accounts',
          who: canonicalEmail(email),
        });
        if (!user) return { errors: {} };
        await succeed();
        return letIn(visit, user);
      },
      goTo: url => url,
      again: back => show(visit, { email, back }),
    });
  });

  /** Whoever has not verified his address must do that first. */
  async function letIn(visit: SignInVisit, user: User): Promise<string> {
    const { request } = visit;
    const { next, setupSessionId } = surroundings(visit);
    if (user.emailVerified) {
      await signIn(visit, user);
      request.log.info({ userId: user.userId }, 'customer signed in');
      return next;
    }
    const signUp = { email: user.email, userId: user.userId, setupSessionId };
    await place.named?.(visit, user);
    await waitForMail(request, signUp);
    await mailSignUp(deps, signUp, user.language);
    return '/accounts/check-mail';
  }

  const contextOf = ({ request }: SignInVisit) =>
    pageContext(request, { config: deps.config, url: request.url });
  const surroundings = (visit: SignInVisit) => place.around(visit, contextOf(visit));

  function show(visit: SignInVisit, { email, back }: { email?: string; back?: Comeback }) {
    const { request, reply, asked } = visit;
    const { title, above, below, forgotten } = surroundings(visit);
    const page = (
      <SignInPage
        context={contextOf(visit)}
        keys={formKeys(reply)}
        action={request.url}
        {...{ title, above, below, forgotten, email }}
        wrong={back?.status === 422}
        problem={back?.problem}
        signedOut={!back && asked.signedOut === 'yes'}
      />
    );
    return sendPage(reply, page, back?.status);
  }
}

const signOutForm = Type.Object({ everywhere: text(10), nonce });

/** /accounts/sign-in and /accounts/sign-out. */
export function signInRoutes(app: App, deps: Deps): void {
  signInAt(app, deps, {
    path: '/accounts/sign-in',
    around: ({ asked }, { messages }) => {
      const next = nextPath(asked.next || undefined);
      return {
        title: messages.accounts.signIn.title,
        next,
        forgotten: doorTo(next, 'forgot-password'),
      };
    },
  });

  app.post('/accounts/sign-out', { schema: { body: signOutForm, hide: true } }, async (request, reply) => {
    const user = await signedInUser(deps, request);
    if (user) await noteSecurity(deps, request, { what: 'signedOut', door: 'accounts', who: user.email });
    await signOut(deps, { request, everywhere: request.body.everywhere === 'yes' });
    return reply.redirect('/accounts/sign-in?signedOut=yes', 303);
  });
}
