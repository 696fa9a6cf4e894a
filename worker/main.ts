import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { createTransport } from '../activities/mail/mail-transport.ts';
import { createMongoAccounts } from '../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { createMarketplace } from '../shared/marketplace/clients.ts';
import type { Inbox } from '../shared/marketplace/inbox.ts';
import { openDatabase } from '../shared/models/database.ts';
import { openTemporal, temporalSettings } from '../shared/temporal/connect.ts';
import { signalDeal } from '../shared/temporal/signal.ts';
import { whenThere } from '../shared/when-there.ts';
import { startBounceMailbox } from './bounce-mailbox.ts';
import { workflowBundleAt } from './bundle.ts';
import { startEventQueue } from './event-queue.ts';
import { createHealth } from './health.ts';
import { scheduleReconciling } from './reconciling.ts';
import { startSweeping } from './sweep/sweep.ts';
import { startWorkers } from './workers.ts';

/** The worker process: connects everything, works, and stops in the order in which nothing is cut off. */
const config = readConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'worker' });
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
    log[level === 'ERROR' ? 'error' : 'warn'](meta ?? {}, message),
  ),
});

const connection = await whenThere('Temporal', {
  open: () => NativeConnection.connect(temporalSettings(config)),
  log,
});
const db = await whenThere('MongoDB', { open: () => openDatabase(config.MONGODB_URI), log });
const temporal = openTemporal(config);
const transport = createTransport(config);
const signal: Inbox['signal'] = (dealId, command) => signalDeal(temporal, dealId, command);
const now = () => businessTime(config.clock, Date.now());
const deps = {
  config,
  db,
  transport,
  now,
  marketplace: createMarketplace(),
  accounts: createMongoAccounts(db, config),
  temporal,
  signal,
};
const workflowBundle = await workflowBundleAt(config.WORKFLOW_BUNDLE);
const workers = await startWorkers({ connection, workflowBundle, deps });
await whenThere('Temporal', { open: () => scheduleReconciling(temporal, config), log });
const eventQueue = startEventQueue({ config, inbox: { db, signal }, log });
const bounceMailbox = startBounceMailbox({ config, reporting: { db, now, signal }, log });
const { server: health, engineTroubles } = createHealth(workers);
const sweeping = startSweeping({ deps, log, onEngineTroubles: deals => engineTroubles.set(deals) });
health.listen(config.WORKER_PORT, config.HOST, () => log.info({ port: config.WORKER_PORT }, 'ready'));

const grace = closeWithGrace({ delay: 15_000 }, async ({ err }) => {
  if (err) log.error({ err }, 'stopping after an error');
  health.close();
  await Promise.all([eventQueue.stop(), bounceMailbox.stop(), sweeping.stop()]);
  await workers.stop();
  await connection.close();
  await temporal.connection.close();
  transport.close();
  await db.close();
});
workers.ended.catch(error => {
  log.error({ err: error }, 'a worker ended');
  grace.close();
});
