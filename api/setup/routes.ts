import type { App, Deps } from '../deps.ts';
import { businessRoutes } from './business/routes.tsx';
import { handOverRoutes } from './hand-over/routes.tsx';
import { setupOrganizationRoutes } from './organization/routes.tsx';
import { progressRoutes } from './progress/routes.tsx';
import { accountDoors } from './sign-up/account-doors.tsx';
import { signUpRoutes } from './sign-up/routes.tsx';

/** The buyer's account set-up, in the order of its pages. */
export async function setupRoutes(app: App, deps: Deps): Promise<void> {
  signUpRoutes(app, deps);
  accountDoors(app, deps);
  businessRoutes(app, deps);
  setupOrganizationRoutes(app, deps);
  handOverRoutes(app, deps);
  progressRoutes(app, deps);
}
