import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { createMongoAccounts } from '../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { createMarketplace } from '../shared/marketplace/clients.ts';
import { openDatabase } from '../shared/models/database.ts';
import { openTemporal } from '../shared/temporal/connect.ts';
import { whenThere } from '../shared/when-there.ts';
import { buildApp } from './app.ts';
import { watchTimeline } from './service/watch.ts';

/** The api process: connects everything, listens, and stops in the order in which nothing is cut off. */
const config = readConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'api' });
const db = await whenThere('MongoDB', { open: () => openDatabase(config.MONGODB_URI), log });
const temporal = openTemporal(config);
const timeline = watchTimeline(db, err => app.log.warn({ err }, 'the timeline is listened to again'));
const app = await buildApp({
  config,
  db,
  temporal,
  timeline,
  now: () => businessTime(config.clock, Date.now()),
  marketplace: createMarketplace(),
  accounts: createMongoAccounts(db, config),
});

closeWithGrace({ delay: 15_000 }, async ({ err }) => {
  if (err) app.log.error({ err }, 'stopping after an error');
  await app.close();
  await timeline.close();
  await temporal.connection.close();
  await db.close();
});
await app.listen({ port: config.PORT, host: config.HOST });
