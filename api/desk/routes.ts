import type { App, Deps } from '../deps.ts';
import { dealPageRoutes } from './deal/routes.ts';
import { dealListRoutes } from './deals/routes.ts';
import { newInquiryRoutes } from './inquiry/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { termsRoutes } from './terms/routes.ts';

/** The desk: every page that staff work with. */
export async function deskRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(signInRoutes, deps);
  await app.register(dealListRoutes, deps);
  await app.register(newInquiryRoutes, deps);
  await app.register(dealPageRoutes, deps);
  await app.register(termsRoutes, deps);
}
