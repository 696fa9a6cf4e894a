import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { described, type Ports } from './addresses.ts';
import { keptClock, keptSecrets } from './data-folder.ts';
import { compiledProduct } from './parts/compiled.ts';
import type { Part } from './parts/part.ts';
import { createParts, type PartName } from './parts/parts.ts';
import { seedStaff } from './parts/staff.ts';
import { assertPortsFree } from './ports.ts';
import type { StartError } from './start-error.ts';
import { mongodbAt, productEnvironment, temporalAt, type Wiring } from './wiring.ts';

export type Progress = { part: PartName; state: 'starting' | 'ready' | 'failed'; message?: string };

export type StackOptions = {
  /** Everything that outlives a run: data, mails, secrets, the clock, logs. */
  dataDir: string;
  ports: Ports;
  /** The reader's environment. TEMPORAL_ADDRESS and MONGODB_URI in it are used instead of servers of our own. */
  env?: NodeJS.ProcessEnv;
  onProgress?: (progress: Progress) => void;
};

export type Stack = Record<PartName, Part> & {
  urls: {
    api: string;
    desk: string;
    emulator: string;
    mailbox: string;
    /** Nothing when the Temporal server is not ours. */
    temporalUi: string | undefined;
  };
  wiring: Wiring;
  /** What api and worker were given, for programs that want to reach the same servers. */
  environment: Record<string, string>;
  /** Resolves when a part ends that nobody stopped. */
  lost: Promise<StartError>;
  /** Stops everything, in the order in which nothing loses what it needs. */
  stop(): Promise<void>;
};

const STOP_ORDER: PartName[] = ['api', 'worker', 'emulator', 'mailbox', 'temporal', 'mongodb'];

/** Starts the whole product for real. A taken port fails it before anything starts, and a failure leaves nothing running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { env = process.env, ports, dataDir } = options;
  await assertPortsFree(ownPorts(ports, env));
  rmSync(join(dataDir, 'logs'), { recursive: true, force: true });
  const wiring = wire({ dataDir, ports, env });
  const failing = new AbortController();
  let onLost = (reason: StartError) => failing.abort(reason);
  const compiled = compiledProduct(message =>
    options.onProgress?.({ part: 'mailbox', state: 'starting', message }),
  );
  const parts = createParts({
    wiring,
    env,
    signal: failing.signal,
    compiled,
    onLost: reason => onLost(reason),
    report: part => message => options.onProgress?.({ part, state: 'starting', message }),
  });
  const stop = () => stopAll(parts);
  try {
    await startAll({ parts, failing, wiring, options });
  } catch (error) {
    await stop();
    throw error;
  }
  // From here on a lost part is for the caller to judge: it can be started again.
  const lost = new Promise<StartError>(resolve => {
    onLost = resolve;
  });
  return { ...parts, urls: urlsOf(ports, env), wiring, environment: productEnvironment(wiring), lost, stop };
}

type Starting = {
  parts: Record<PartName, Part>;
  failing: AbortController;
  wiring: Wiring;
  options: StackOptions;
};

async function startAll({ parts, failing, wiring, options: { onProgress } }: Starting): Promise<void> {
  const start = async (part: PartName) => {
    onProgress?.({ part, state: 'starting' });
    await parts[part].start();
    onProgress?.({ part, state: 'ready' });
  };
  const shown = (part: PartName) =>
    start(part).catch(error => {
      if (!failing.signal.aborted) onProgress?.({ part, state: 'failed' });
      throw error;
    });
  const seeded = shown('mongodb').then(() => seedStaff(wiring.mongodbUri));
  // Api and worker load meanwhile, and wait for their servers by themselves.
  const others = (['temporal', 'api', 'worker', 'mailbox', 'emulator'] as const).map(shown);
  await together([seeded, ...others], failing);
}

// The first failure ends the waiting of the others; all have ended before it is thrown, so that all can be stopped.
async function together(starts: Promise<void>[], failing: AbortController): Promise<void> {
  await Promise.all(starts.map(start => start.catch(error => failing.abort(error))));
  failing.signal.throwIfAborted();
}

async function stopAll(parts: Record<PartName, Part>): Promise<void> {
  for (const name of STOP_ORDER) await parts[name].stop();
}

function wire({ dataDir, ports, env }: { dataDir: string; ports: Ports; env: NodeJS.ProcessEnv }): Wiring {
  return {
    ports,
    dataDir,
    temporalAddress: env.TEMPORAL_ADDRESS || temporalAt(ports),
    mongodbUri: env.MONGODB_URI || mongodbAt(ports),
    secrets: keptSecrets(dataDir),
    clock: keptClock(dataDir, env.OFFERDESK_TIME_SCALE),
  };
}

function ownPorts(ports: Ports, env: NodeJS.ProcessEnv) {
  const spared = [
    ...(env.TEMPORAL_ADDRESS ? [ports.temporal, ports.temporalUi] : []),
    ...(env.MONGODB_URI ? [ports.mongodb] : []),
  ];
  return described(ports).filter(({ port }) => !spared.includes(port));
}

export function urlsOf({ api, emulator, mailbox, temporalUi }: Ports, env: NodeJS.ProcessEnv) {
  const at = (port: number, path = '') => `http://localhost:${port}${path}`;
  return {
    api: at(api),
    desk: at(api, '/desk'),
    emulator: at(emulator),
    mailbox: at(mailbox),
    temporalUi: env.TEMPORAL_ADDRESS ? undefined : at(temporalUi),
  };
}
