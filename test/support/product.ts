import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { NativeConnection } from '@temporalio/worker';
import { createTransport } from '../../activities/mail/mail-transport.ts';
import { buildApp } from '../../api/app.ts';
import type { App, Deps } from '../../api/deps.ts';
import { watchTimeline } from '../../api/service/watch.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { type Mailbox, startMailbox } from '../../local/mailbox/mailbox.ts';
import { createMongoAccounts } from '../../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../../shared/clock.ts';
import { type Config, type Environment, readConfig } from '../../shared/config.ts';
import { holdDeskSettings } from '../../shared/desk-settings/hold.ts';
import { createLog } from '../../shared/log.ts';
import { createMarketplace } from '../../shared/marketplace/clients.ts';
import { openDatabase } from '../../shared/models/database.ts';
import { startTracing } from '../../shared/telemetry/start-tracing.ts';
import type { Tracing } from '../../shared/telemetry/tracing.ts';
import { openTemporal, temporalSettings } from '../../shared/temporal/connect.ts';
import { reachOf } from '../../shared/temporal/reach.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { scheduleReconciling } from '../../worker/reconciling.ts';
import { startWorkers } from '../../worker/workers.ts';
import { workflowBundle } from './bundles.ts';
import { quietRuntime } from './runtime.ts';
import { emptyDatabase, giveBack } from './servers/databases.ts';
import { addStaffForTests } from './staff.ts';

export const tokens = {
  sales: 'sales-token-for-tests',
  approver: 'approver-token-for-tests',
  support: 'support-token-for-tests',
};
export const password = 'correct horse battery';

export type Product = Awaited<ReturnType<typeof startProduct>>;
type Change = Partial<Record<keyof Environment, string | number>>;

/** The emulator answers at once or never. */
const aws = { requestTimeoutMs: 3000 };

quietRuntime();

/**
 * The whole product in this process, on the real servers of test/support/servers/start-servers.ts: api, worker, emulator and mailbox,
 * with an empty database and a task queue of its own. `settings` are environment variables of the product.
 */
export async function startProduct(settings: Change = {}) {
  const name = `t${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const clock = {
    scale: Number(settings.OFFERDESK_TIME_SCALE ?? 1),
    anchor: Number(settings.OFFERDESK_TIME_ANCHOR ?? Date.now()),
  };
  const mailbox = await startMailbox({ port: 0, smtpPort: 0 });
  const emulator = await startEmulator({ port: 0, clock });
  emulator.settings({ changeSetDelay: 100, agreementEventDelay: 20, licenseDelay: 50 });
  pointAwsAt(emulator);
  const config = readConfig(environment({ name, mailbox, emulator, clock, settings }));
  const db = await openDatabase(config.MONGODB_URI);
  await addStaffForTests(db, password);
  const tracing = await startTracing(config, 'offerdesk');
  const product = { config, db, mailbox, emulator, name, tracing };

  let api = await startApi(product);
  let worker = await startWorker(product);
  const target = () => ({
    url: `${api.url}/marketplace/events`,
    headerName: 'x-api-key',
    secret: config.MARKETPLACE_EVENT_SECRET,
  });
  const aim = () =>
    emulator.settings({ eventTarget: target(), fulfillmentUrl: `${api.url}/marketplace/register` });
  aim();

  return {
    ...product,
    get api() {
      return api;
    },
    get url() {
      return api.url;
    },
    get deps() {
      return api.deps;
    },
    /** Ends the api and starts another on the same port, as a deployment does. */
    async restartApi() {
      await api.stop();
      api = await startApi(product, Number(new URL(api.url).port));
      aim();
    },
    async stopWorker() {
      await worker.stop();
    },
    async startWorker() {
      worker = await startWorker(product);
    },
    async stop() {
      await api.stop();
      await worker.stop();
      await emulator.stop();
      await mailbox.stop();
      await giveBack(db);
      await tracing?.stop();
    },
  };
}

type Parts = {
  config: Config;
  db: Deps['db'];
  mailbox: Mailbox;
  emulator: Emulator;
  name: string;
  tracing?: Tracing;
};

async function startApi(
  { config, db, tracing }: Parts,
  port = 0,
): Promise<{ app: App; deps: Deps; url: string; stop(): Promise<void> }> {
  const temporal = openTemporal(config, tracing);
  const timeline = watchTimeline(db);
  const now = () => businessTime(config.clock, Date.now());
  const marketplace = createMarketplace(aws);
  tracing?.aws(marketplace);
  const accounts = createMongoAccounts(db, config);
  const reach = reachOf(temporal);
  const log = createLog({ level: config.LOG_LEVEL, name: 'api' });
  const settings = await holdDeskSettings({ config, db, log });
  const deps: Deps = { config, settings, db, temporal, reach, timeline, now, marketplace, accounts, tracing };
  const app = await buildApp(deps);
  await app.listen({ port, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  config.PUBLIC_URL = url;
  return {
    app,
    deps,
    url,
    async stop() {
      settings.close();
      await app.close();
      await timeline.close();
      await temporal.connection.close();
    },
  };
}

/** A worker in this process; further ones of other versions may run beside it. */
export async function startWorker({ config, db, tracing }: Pick<Parts, 'config' | 'db' | 'tracing'>) {
  const connection = await NativeConnection.connect(temporalSettings(config));
  const temporal = openTemporal(config, tracing);
  const transport = createTransport(config);
  const marketplace = createMarketplace(aws);
  tracing?.mail(transport);
  tracing?.aws(marketplace);
  const workers = await startWorkers({
    connection,
    tracing,
    workflowBundle: await workflowBundle(),
    deps: {
      config,
      db,
      transport,
      now: () => businessTime(config.clock, Date.now()),
      marketplace,
      accounts: createMongoAccounts(db, config),
      temporal,
      signal: (dealId, command) => signalDeal(temporal, dealId, command),
    },
  });
  await scheduleReconciling(temporal, config);
  return {
    async stop() {
      await workers.stop();
      await connection.close();
      await temporal.connection.close();
      transport.close();
    },
  };
}

function environment(given: {
  name: string;
  mailbox: Mailbox;
  emulator: Emulator;
  clock: Config['clock'];
  settings: Change;
}) {
  const { name, mailbox, emulator, clock, settings } = given;
  return {
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: process.env.TEMPORAL_ADDRESS,
    TEMPORAL_TASK_QUEUE: name,
    MONGODB_URI: emptyDatabase(),
    SMTP_URL: mailbox.smtpUrl,
    MAIL_PER_SECOND: '1000',
    OFFER_URL_TEMPLATE: `${emulator.url}/marketplace/procurement?productId={productId}&offerId={offerId}`,
    MARKETPLACE_MANAGE_URL: `${emulator.url}/marketplace/subscriptions`,
    API_TOKENS: Object.entries(tokens)
      .map(([role, token]) => `${role}:${role}:${token}`)
      .join(','),
    OFFERDESK_TIME_SCALE: String(clock.scale),
    OFFERDESK_TIME_ANCHOR: String(clock.anchor),
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)])),
  };
}

/** The SDK reads its endpoints from the environment of the process; a test file has one emulator. */
function pointAwsAt(emulator: Emulator): void {
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_MARKETPLACE_METERING: `${emulator.url}/metering`,
    AWS_ENDPOINT_URL_MARKETPLACE_ENTITLEMENT_SERVICE: `${emulator.url}/entitlement`,
    AWS_ENDPOINT_URL_MARKETPLACE_CATALOG: `${emulator.url}/catalog`,
    AWS_ENDPOINT_URL_MARKETPLACE_AGREEMENT: `${emulator.url}/agreement`,
  });
}
