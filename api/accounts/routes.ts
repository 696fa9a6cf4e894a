import type { App, Deps } from '../deps.ts';
import { checkMailAt } from './check-mail-routes.tsx';
import { forgottenRoutes } from './forgotten-routes.tsx';
import { newPasswordRoutes } from './new-password-routes.tsx';
import { organizationRoutes } from './organization-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { verifyRoutes } from './verify-routes.tsx';

/** Customers: signing in, a forgotten password, the verification of an address, their organizations and billing. */
export async function accountRoutes(app: App, deps: Deps): Promise<void> {
  signInRoutes(app, deps);
  forgottenRoutes(app, deps);
  newPasswordRoutes(app, deps);
  checkMailAt(app, deps, { path: '/accounts/check-mail', schema: { hide: true } });
  verifyRoutes(app, deps);
  organizationRoutes(app, deps);
}
