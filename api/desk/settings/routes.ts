import type { App, Deps } from '../../deps.ts';
import { requireAdmin } from './admin.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { changeRoutes } from './changes/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { peopleUrl } from './people/view.ts';
import { productRoutes } from './products/routes.ts';
import { settingsUrl } from './settings-frame.tsx';
import { startListRoutes } from './start/routes.ts';
import { valueRoutes } from './values/routes.ts';

/** What admins look after. */
export async function settingsRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireAdmin(deps) };
  app.get(settingsUrl, options, async (_request, reply) => reply.redirect(peopleUrl, 303));
  await app.register(startListRoutes, deps);
  await app.register(peopleRoutes, deps);
  await app.register(productRoutes, deps);
  await app.register(valueRoutes, deps);
  await app.register(apiKeyRoutes, deps);
  await app.register(changeRoutes, deps);
}
