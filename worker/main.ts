import { NativeConnection, Runtime } from '@temporalio/worker';
import closeWithGrace from 'close-with-grace';
import { createTransport } from '../activities/mail/mail-transport.ts';
import type { DealInput } from '../deal/contract/messages.ts';
import { createMongoAccounts } from '../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { holdDeskSettings } from '../shared/desk-settings/hold.ts';
import { createLog } from '../shared/log.ts';
import { createMarketplace } from '../shared/marketplace/clients.ts';
import type { Inbox } from '../shared/marketplace/inbox.ts';
import { openDatabase } from '../shared/models/database.ts';
import { startTracing } from '../shared/telemetry/start-tracing.ts';
import { openTemporal, temporalSettings } from '../shared/temporal/connect.ts';
import { signalDeal } from '../shared/temporal/signal.ts';
import { startDeal } from '../shared/temporal/start-deal.ts';
import { whenThere } from '../shared/when-there.ts';
import { workflowBundleAt } from './bundle.ts';
import { createHealth } from './health.ts';
import { engineLogger } from './log.ts';
import { engineMetrics } from './metrics/engine-metrics.ts';
import { startReaders } from './readers.ts';
import { scheduleReconciling } from './reconciling.ts';
import { startSweeping } from './sweep/sweep.ts';
import { startWorkers } from './workers.ts';

/** The worker process: connects everything, works, and stops in the order in which nothing is cut off. */
const config = readConfig();
const log = createLog({ level: config.LOG_LEVEL, name: 'worker' });
const tracing = await startTracing(config, 'offerdesk-worker');
const engine = await engineMetrics();
Runtime.install({
  shutdownSignals: [],
  logger: engineLogger(log),
  telemetryOptions: engine.telemetry,
});

const connection = await whenThere('Temporal', {
  open: () => NativeConnection.connect(temporalSettings(config)),
  log,
});
const db = await whenThere('MongoDB', { open: () => openDatabase(config.MONGODB_URI), log });
const settings = await whenThere('MongoDB', { open: () => holdDeskSettings({ config, db, log }), log });
const temporal = openTemporal(config, tracing);
const transport = createTransport(config);
const marketplace = createMarketplace();
tracing?.mail(transport);
tracing?.aws(marketplace);
const signal: Inbox['signal'] = (dealId, command) => signalDeal(temporal, dealId, command);
const now = () => businessTime(config.clock, Date.now());
const deps = {
  config,
  db,
  transport,
  now,
  marketplace,
  accounts: createMongoAccounts(db, config),
  temporal,
  signal,
};
const workflowBundle = await workflowBundleAt(config.WORKFLOW_BUNDLE);
const workers = await startWorkers({ connection, workflowBundle, deps, tracing });
await whenThere('Temporal', { open: () => scheduleReconciling(temporal, config), log });
const receiving = {
  db,
  config,
  temporal,
  now,
  signal,
  open: (input: DealInput) => startDeal(temporal, config, input),
};
const inbox = { db, signal };
const readers = await startReaders({ config, inbox, reporting: { db, now, signal }, receiving, log });
const { server: health, engineTroubles } = createHealth(workers, { db, now, readEngine: engine.read });
const sweeping = startSweeping({ deps, log, onEngineTroubles: deals => engineTroubles.set(deals) });
const build = config.WORKER_BUILD_ID;
health.listen(config.WORKER_PORT, config.HOST, () =>
  log.info({ port: config.WORKER_PORT, ...(build && { build }) }, 'ready'),
);

const grace = closeWithGrace({ delay: 15_000 }, async ({ err }) => {
  if (err) log.error({ err }, 'stopping after an error');
  health.close();
  settings.close();
  await Promise.all([readers.stop(), sweeping.stop()]);
  await workers.stop();
  await connection.close();
  await temporal.connection.close();
  transport.close();
  await db.close();
  await tracing?.stop();
});
workers.ended.catch(error => {
  log.error({ err: error }, 'a worker ended');
  grace.close();
});
