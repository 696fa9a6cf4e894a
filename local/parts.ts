import { join } from 'node:path';
import { type Child, startChild, waitForChild } from './child.ts';
import { createPart, type Part, sparedPart } from './part.ts';
import { startMongodb } from './servers/mongodb.ts';
import type { Report } from './servers/program.ts';
import { startTemporal } from './servers/temporal.ts';
import type { StartError } from './start-error.ts';
import {
  emulatorEnvironment,
  mailboxEnvironment,
  ownEnvironment,
  productEnvironment,
  type Wiring,
} from './wiring.ts';

export type PartName = 'mongodb' | 'temporal' | 'mailbox' | 'emulator' | 'api' | 'worker';

export type PartsOptions = {
  wiring: Wiring;
  env: NodeJS.ProcessEnv;
  report: (name: PartName) => Report;
  onLost: (reason: StartError) => void;
  /** Ends the start of parts that are not ready yet. */
  signal: AbortSignal;
};

const ROOT = join(import.meta.dirname, '..');

/** Every process of the stack, none of them started yet. A server whose address was given is not among ours. */
export function createParts(options: PartsOptions): Record<PartName, Part> {
  const { env, onLost } = options;
  const part = (name: string, launch: () => Promise<Child>) => createPart({ name, launch, onLost });
  const node = (name: NodePart) => part(name, () => launchNode(name, options));
  return {
    mongodb: env.MONGODB_URI ? sparedPart('MongoDB') : part('MongoDB', () => launchMongodb(options)),
    temporal: env.TEMPORAL_ADDRESS ? sparedPart('Temporal') : part('Temporal', () => launchTemporal(options)),
    mailbox: node('mailbox'),
    emulator: node('emulator'),
    api: node('api'),
    worker: node('worker'),
  };
}

async function launchMongodb({ wiring: { ports, dataDir }, report }: PartsOptions): Promise<Child> {
  const { child } = await startMongodb({
    port: ports.mongodb,
    dataDir: join(dataDir, 'mongodb'),
    logFile: logFile(dataDir, 'mongodb'),
    report: report('mongodb'),
  });
  return child;
}

async function launchTemporal({ wiring: { ports, dataDir }, report }: PartsOptions): Promise<Child> {
  const { child } = await startTemporal({
    port: ports.temporal,
    uiPort: ports.temporalUi,
    dataFile: join(dataDir, 'temporal.db'),
    logFile: logFile(dataDir, 'temporal'),
    report: report('temporal'),
  });
  return child;
}

type NodePart = Exclude<PartName, 'mongodb' | 'temporal'>;

// Where each program of ours begins, the address that answers once it is ready, and what it reads from the environment.
const PROGRAMS: Record<NodePart, { entry: string; health: string; environment: typeof productEnvironment }> =
  {
    mailbox: {
      entry: 'local/mailbox/main.ts',
      health: '/api/mails?limit=1',
      environment: mailboxEnvironment,
    },
    emulator: { entry: 'emulator/main.ts', health: '/control/clock', environment: emulatorEnvironment },
    api: { entry: 'api/server.ts', health: '/health/ready', environment: productEnvironment },
    worker: { entry: 'worker/main.ts', health: '/health/ready', environment: productEnvironment },
  };

async function launchNode(name: NodePart, { wiring, env, signal }: PartsOptions): Promise<Child> {
  const { entry, health, environment } = PROGRAMS[name];
  const child = startChild({
    name,
    command: process.execPath,
    args: ['--import', 'tsx', entry],
    env: { ...ownEnvironment(env), ...environment(wiring) },
    cwd: ROOT,
    logFile: logFile(wiring.dataDir, name),
  });
  const url = `http://127.0.0.1:${wiring.ports[name]}${health}`;
  try {
    await waitForChild({ child, until: () => isHealthy(url), timeoutMs: 60_000, signal });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return child;
}

function logFile(dataDir: string, name: PartName): string {
  return join(dataDir, 'logs', `${name}.log`);
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return true;
}
