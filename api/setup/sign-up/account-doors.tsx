import { forgottenAt } from '../../accounts/password/forgotten-routes.tsx';
import { signInAt } from '../../accounts/sign-in/routes.tsx';
import { checkMailAt } from '../../accounts/verify/check-mail-routes.tsx';
import type { App, Deps } from '../../deps.ts';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { setupPath } from '../next-page.ts';
import { letIn } from '../open-setup.ts';
import { SetupSteps } from '../setup-steps.tsx';

const steps = ({ messages }: PageContext) => <SetupSteps messages={messages} current="account" />;

/**
 * Signing in, a forgotten password and the wait for a mail, on the way of a set-up. These pages are the same for
 * everybody, so that they tell nobody whether a set-up session exists.
 */
export function accountDoors(app: App, deps: Deps): void {
  signInAt(app, deps, {
    path: '/setup/:sessionId/sign-in',
    around: ({ sessionId }, context) => ({
      title: context.messages.setup.signIn.title,
      above: steps(context),
      below: (
        <p>
          <a href={setupPath(sessionId, 'register')}>{context.messages.setup.signIn.register}</a>
        </p>
      ),
      next: setupPath(sessionId),
      forgotten: setupPath(sessionId, 'forgot-password'),
      setupSessionId: sessionId,
    }),
    named: (visit, user) => letIn(deps, { ...visit, user }),
  });

  forgottenAt(app, deps, {
    path: '/setup/:sessionId/forgot-password',
    around: ({ sessionId }, context) => ({
      above: steps(context),
      signIn: setupPath(sessionId, 'sign-in'),
      next: setupPath(sessionId),
    }),
    named: (visit, user) => letIn(deps, { ...visit, user }),
  });

  checkMailAt(app, deps, {
    path: '/setup/:sessionId/check-mail',
    around: ({ sessionId }, context) => ({
      above: steps(context),
      otherAddress: setupPath(sessionId, 'register'),
    }),
  });
}
