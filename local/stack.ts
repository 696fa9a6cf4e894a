import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { described, type Ports } from './addresses.ts';
import { keptClock, keptSecrets } from './kept.ts';
import type { Part } from './part.ts';
import { createParts, type PartName } from './parts.ts';
import { assertPortsFree } from './ports.ts';
import { seedStaff } from './staff.ts';
import type { StartError } from './start-error.ts';
import { productEnvironment, type Wiring } from './wiring.ts';

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
  urls: { desk: string; emulator: string; mailbox: string; temporalUi: string };
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
  let onLost: (reason: StartError) => void = () => {};
  const lost = new Promise<StartError>(resolve => {
    onLost = resolve;
  });
  const report = (part: PartName) => (message: string) =>
    options.onProgress?.({ part, state: 'starting', message });
  const parts = createParts({ wiring, env, onLost, report });
  const stop = () => stopAll(parts);
  try {
    await startTogether(['mongodb', 'temporal', 'mailbox', 'emulator'], parts, options);
    await Promise.all([seedStaff(wiring.mongodbUri), startTogether(['api', 'worker'], parts, options)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...parts, urls: urls(ports), environment: productEnvironment(wiring), lost, stop };
}

async function startTogether(names: PartName[], parts: Record<PartName, Part>, { onProgress }: StackOptions) {
  const results = await Promise.allSettled(
    names.map(async part => {
      onProgress?.({ part, state: 'starting' });
      await parts[part].start().catch(error => {
        onProgress?.({ part, state: 'failed' });
        throw error;
      });
      onProgress?.({ part, state: 'ready' });
    }),
  );
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function stopAll(parts: Record<PartName, Part>): Promise<void> {
  for (const name of STOP_ORDER) await parts[name].stop();
}

function wire({ dataDir, ports, env }: { dataDir: string; ports: Ports; env: NodeJS.ProcessEnv }): Wiring {
  const mongodb = `mongodb://127.0.0.1:${ports.mongodb}/offerdesk?replicaSet=rs0`;
  return {
    ports,
    dataDir,
    temporalAddress: env.TEMPORAL_ADDRESS || `127.0.0.1:${ports.temporal}`,
    mongodbUri: env.MONGODB_URI || mongodb,
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

function urls({ api, emulator, mailbox, temporalUi }: Ports) {
  const at = (port: number, path = '') => `http://localhost:${port}${path}`;
  return {
    desk: at(api, '/desk'),
    emulator: at(emulator),
    mailbox: at(mailbox),
    temporalUi: at(temporalUi),
  };
}
