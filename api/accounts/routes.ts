import type { App, Deps } from '../deps.ts';
import { organizationRoutes } from './organizations/routes.tsx';
import { forgottenRoutes } from './password/forgotten-routes.tsx';
import { newPasswordRoutes } from './password/new-password-routes.tsx';
import { signInRoutes } from './sign-in/routes.tsx';
import { checkMailAt } from './verify/check-mail-routes.tsx';
import { verifyRoutes } from './verify/routes.tsx';

/** Customers: signing in, a forgotten password, the verification of an address, their organizations and billing. */
export async function accountRoutes(app: App, deps: Deps): Promise<void> {
  signInRoutes(app, deps);
  forgottenRoutes(app, deps);
  newPasswordRoutes(app, deps);
  checkMailAt(app, deps, { path: '/accounts/check-mail' });
  verifyRoutes(app, deps);
  organizationRoutes(app, deps);
}
