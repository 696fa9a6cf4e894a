import type { App, Deps } from '../deps.ts';
import { requireCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { draftRoutes } from './draft.ts';
import { listRoutes } from './list/routes.ts';
import { fittingRoute } from './many/fitting.ts';
import { manyRoutes } from './many/routes.ts';
import { offerAgainApiRoute } from './offer-again.ts';
import { organizationRoutes } from './organizations.ts';
import { readRoutes } from './reads.ts';
import { stepRoutes } from './steps.ts';

/** Deals for programs: reads from MongoDB, steps by signal. Nothing that a stranger sends is read. */
export async function dealRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  readRoutes(app, deps);
  await app.register(listRoutes, deps);
  await app.register(organizationRoutes, deps);
  await app.register(draftRoutes, deps);
  await app.register(offerAgainApiRoute, deps);
  await app.register(fittingRoute, deps);
  await app.register(manyRoutes, deps);
  await app.register(stepRoutes, deps);
}
