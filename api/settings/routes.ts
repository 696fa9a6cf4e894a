import type { App, Deps } from '../deps.ts';
import { requireAdminCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { changeApiRoutes } from './changes/routes.ts';
import { keyApiRoutes } from './keys/routes.ts';
import { peopleApiRoutes } from './people/routes.ts';
import { awsProductRoutes } from './products/aws-routes.ts';
import { productApiRoutes } from './products/routes.ts';
import { startApiRoutes } from './start/routes.ts';
import { valueApiRoutes } from './values/routes.ts';

/** What admins look after, for programs, by the rules of the desk's pages. Each address is that of its page, with `api` for `desk`. */
export async function settingsApiRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireAdminCaller(app, deps));
  await app.register(peopleApiRoutes, deps);
  await app.register(keyApiRoutes, deps);
  await app.register(productApiRoutes, deps);
  await app.register(awsProductRoutes, deps);
  await app.register(valueApiRoutes, deps);
  await app.register(changeApiRoutes, deps);
  await app.register(startApiRoutes, deps);
}
