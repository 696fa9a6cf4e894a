import type { App, Deps } from '../deps.ts';
import { checkMailAt } from './check-mail-routes.tsx';
import { organizationRoutes } from './organization-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { verifyRoutes } from './verify-routes.tsx';

/** Customers: signing in, the verification of an address, their organizations and billing. */
export async function accountRoutes(app: App, deps: Deps): Promise<void> {
  signInRoutes(app, deps);
  checkMailAt(app, deps, { path: '/accounts/check-mail', schema: { hide: true } });
  verifyRoutes(app, deps);
  organizationRoutes(app, deps);
}
