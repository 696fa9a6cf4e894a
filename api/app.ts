import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { prepareLimits } from '../shared/limits.ts';
import { accountRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { buyerRoutes } from './buyers/routes.ts';
import { dealRoutes } from './deals/routes.ts';
import type { App, Deps } from './deps.ts';
import { deskRoutes } from './desk/routes.ts';
import { forms } from './forms/forms.ts';
import { inquiryRoutes } from './inquiry/routes.ts';
import { bounceRoutes } from './mail/bounces.ts';
import { heldMailApiRoutes } from './mail/held.ts';
import { inboundRoutes } from './mail/inbound.ts';
import { mailLogApiRoutes } from './mail/log.ts';
import { eventRoutes } from './marketplace/events.ts';
import { registrationRoutes } from './marketplace/fulfilment/routes.ts';
import { addressAsked, longestParameter } from './plugins/address.ts';
import { guards } from './plugins/guards.ts';
import { health } from './plugins/health.ts';
import { loggerOptions, logRequests } from './plugins/logging.ts';
import { openApi } from './plugins/openapi.ts';
import { problemAnswers } from './plugins/problems.ts';
import { sessions } from './plugins/sessions.ts';
import { schemaValidators } from './plugins/validators.ts';
import { purchaseRoutes } from './purchases/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { settingsApiRoutes } from './settings/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { startRoutes } from './start/routes.ts';
import { stuckApiRoutes } from './stuck/routes.ts';
import { assets } from './ui/pages/assets.ts';
import { rememberLanguage } from './ui/pages/language.ts';
import { unmatchedApiRoutes } from './unmatched/routes.ts';
import { viewApiRoutes } from './views/routes.ts';
import { waitingRoutes } from './waiting/routes.ts';
import { webhookApiRoutes } from './webhooks/routes.ts';

/** A person who is told to try again waits no longer than this; a program that waits for a step is answered 202 before. */
const longestRequestMs = 10_000;

/** The whole api, in the order in which a request meets it. Nothing is loaded that is not in this list. */
export async function buildApp(deps: Deps): Promise<App> {
  const { config } = deps;
  const app: App = Fastify({
    logger: loggerOptions(config),
    trustProxy: config.TRUST_PROXY,
    genReqId: () => randomUUID(),
    bodyLimit: 262_144,
    routerOptions: { maxParamLength: longestParameter, ignoreTrailingSlash: true },
    requestTimeout: 30_000,
    // Everything that a request waits for together, of which each thing has a bound of its own.
    handlerTimeout: longestRequestMs,
    rewriteUrl: addressAsked,
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(schemaValidators());
  endInTime(app);
  logRequests(app);
  deps.tracing?.requests(app);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions });
  await guards(app);
  problemAnswers(app, deps);
  await health(app, deps);
  await openApi(app, deps);
  await sessions(app, deps);
  await forms(app);
  rememberLanguage(app);
  await prepareLimits(deps);

  await assets(app);
  await app.register(startRoutes, deps);
  await programRoutes(app, deps);
  await app.register(inquiryRoutes, deps);
  await app.register(buyerRoutes, deps);
  await app.register(eventRoutes, deps);
  await app.register(bounceRoutes, deps);
  await app.register(inboundRoutes, deps);
  await app.register(registrationRoutes, deps);
  await app.register(accountRoutes, deps);
  await app.register(setupRoutes, deps);
  await app.register(deskRoutes, deps);
  return app;
}

/** What staff do at the desk, for their programs. */
async function programRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(dealRoutes, deps);
  await app.register(waitingRoutes, deps);
  await app.register(viewApiRoutes, deps);
  await app.register(auditRoutes, deps);
  await app.register(stuckApiRoutes, deps);
  await app.register(purchaseRoutes, deps);
  await app.register(unmatchedApiRoutes, deps);
  await app.register(reportRoutes, deps);
  await app.register(settingsApiRoutes, deps);
  await app.register(heldMailApiRoutes, deps);
  await app.register(mailLogApiRoutes, deps);
  await app.register(webhookApiRoutes, deps);
}

/** Pages are made anew for each reader: most of what there is to save, at a tenth of the time of the highest level. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const longestGoodbyeMs = 5000;

/**
 * Requests under way are finished at the end. A connection on which nothing was ever asked is not idle to Node, though,
 * and would hold up the end for a minute.
 */
function endInTime(app: App): void {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), longestGoodbyeMs).unref();
  });
}
