import closeWithGrace from 'close-with-grace';
import { createMongoAccounts } from '../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { holdDeskSettings } from '../shared/desk-settings/hold.ts';
import { createLog } from '../shared/log.ts';
import { createMarketplace } from '../shared/marketplace/clients.ts';
import { openDatabase } from '../shared/models/database.ts';
import { startTracing } from '../shared/telemetry/start-tracing.ts';
import { openTemporal } from '../shared/temporal/connect.ts';
import { reachOf } from '../shared/temporal/reach.ts';
import { whenThere } from '../shared/when-there.ts';
import { buildApp } from './app.ts';
import { watchTimeline } from './service/watch.ts';

/** The api process: connects everything, listens, and stops in the order in which nothing is cut off. */
const config = readConfig();
const log = createLog({ level: config.LOG_LEVEL, name: 'api' });
const tracing = await startTracing(config, 'offerdesk-api');
const db = await whenThere('MongoDB', { open: () => openDatabase(config.MONGODB_URI), log });
const settings = await whenThere('MongoDB', { open: () => holdDeskSettings({ config, db, log }), log });
const temporal = openTemporal(config, tracing);
const marketplace = createMarketplace();
tracing?.aws(marketplace);
const timeline = watchTimeline(db, err => app.log.warn({ err }, 'the timeline is listened to again'));
const app = await buildApp({
  config,
  settings,
  db,
  temporal,
  reach: reachOf(temporal),
  timeline,
  now: () => businessTime(config.clock, Date.now()),
  marketplace,
  accounts: createMongoAccounts(db, config),
  tracing,
});

closeWithGrace({ delay: 15_000 }, async ({ err }) => {
  if (err) app.log.error({ err }, 'stopping after an error');
  settings.close();
  await app.close();
  await timeline.close();
  await temporal.connection.close();
  await db.close();
  await tracing?.stop();
});
await app.listen({ port: config.PORT, host: config.HOST });
