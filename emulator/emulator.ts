import type { AddressInfo } from 'node:net';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { buyerPages } from './buyer/routes.tsx';
import { type Control, createControl } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { createClock } from './engine/clock.ts';
import type { Log, Marketplace } from './engine/marketplace.ts';
import { createSchedule } from './engine/schedule.ts';
import { seededState } from './engine/seed.ts';
import type { Settings } from './engine/settings.ts';
import type { State } from './engine/state.ts';
import { createStore, loadState, withoutPrototypes } from './engine/store.ts';
import { snsRoutes } from './events/sns-routes.ts';
import { services } from './services/all.ts';
import { laneOf, runTask } from './tasks.ts';
import { awsRoutes } from './wire/routes.ts';

export type EmulatorOptions = {
  /** 0: any free port. */
  port: number;
  host?: string;
  /** Business time = anchor + (real time − anchor) × scale; anchor in epoch ms. Real time if left out. */
  clock?: { scale: number; anchor: number };
  /** Keeps the state over restarts. */
  dataFile?: string;
  fulfillmentUrl?: string;
  /** Where events are posted, as an EventBridge API destination does. */
  eventTarget?: NonNullable<Settings['eventTarget']>;
  log?: Log;
};

/** A running marketplace. All that the control API can do, a test can do by these methods. */
export type Emulator = Control & {
  url: string;
  /** What the marketplace knows now; read it, and change it by the methods. */
  readonly state: State;
  stop(): Promise<void>;
};

function openState(options: EmulatorOptions): State {
  const clock = options.clock ?? { scale: 1, anchor: Date.now() };
  const seed = {
    clock,
    fulfillmentUrl: options.fulfillmentUrl ?? 'http://localhost:3000/marketplace/register',
    eventTarget: options.eventTarget ?? null,
  };
  const fresh = () => withoutPrototypes(seededState(seed));
  const kept = options.dataFile ? loadState(options.dataFile) : undefined;
  if (!kept) return fresh();
  // Addresses and the clock come from whoever starts it now, everything else from the earlier run.
  const { fulfillmentUrl, eventTarget } = seed;
  const { settings, clock: now } = fresh();
  return {
    ...fresh(),
    ...kept,
    clock: now,
    settings: { ...settings, ...kept.settings, fulfillmentUrl, eventTarget },
  };
}

async function createServer(
  market: Marketplace,
  control: Control,
  saved: () => void,
): Promise<FastifyInstance> {
  // A connection that a fault holds open must not keep the server from stopping.
  const server = Fastify({
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
  });
  server.addHook('onResponse', async () => saved());
  await server.register(formbody);
  await server.register(awsRoutes, { market, services });
  await server.register(controlRoutes, { prefix: '/control', control, market });
  await server.register(snsRoutes, { market });
  await server.register(buyerPages, { market });
  return server;
}

/** Starts the local AWS Marketplace. @throws when the port is taken or the data file is not the emulator's */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const log: Log = options.log ?? (() => {});
  let url = '';
  const clock = createClock(() => market.state.clock);
  const store = createStore({
    file: options.dataFile,
    state: () => market.state,
    onError: error => log({ level: 'error', msg: 'the state could not be written', error: String(error) }),
  });
  const schedule = createSchedule({
    jobs: () => market.state.jobs,
    clock,
    run: task => runTask(market, task),
    laneOf: task => laneOf(market, task),
    onDone: store.save,
    onError: (error, task) =>
      log({ level: 'error', msg: 'task failed', task: task.kind, error: String(error) }),
  });
  const market: Marketplace = { state: openState(options), clock, schedule, log, url: () => url };
  const control = createControl(market, () =>
    withoutPrototypes(openState({ ...options, dataFile: undefined })),
  );
  const server = await createServer(market, control, store.save);
  await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  url = `http://${options.host ?? '127.0.0.1'}:${(server.server.address() as AddressInfo).port}`;
  schedule.wake();
  return {
    ...control,
    url,
    get state() {
      return market.state;
    },
    async stop() {
      await server.close();
      await schedule.stop();
      // What a method changed, no answer has asked to write.
      store.save();
      store.flush();
    },
  };
}
