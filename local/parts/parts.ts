import { join } from 'node:path';
import { type Child, startChild, waitForChild } from '../child.ts';
import { logFileIn } from '../data-folder.ts';
import { startMongodb } from '../servers/mongodb.ts';
import type { Report } from '../servers/program.ts';
import { startTemporal } from '../servers/temporal.ts';
import type { StartError } from '../start-error.ts';
import {
  emulatorEnvironment,
  mailboxEnvironment,
  ownEnvironment,
  productEnvironment,
  type Wiring,
} from '../wiring.ts';
import { createPart, type Part, sparedPart } from './part.ts';

export type PartName = 'mongodb' | 'temporal' | 'mailbox' | 'emulator' | 'api' | 'worker';

export type PartsOptions = {
  wiring: Wiring;
  env: NodeJS.ProcessEnv;
  report: (name: PartName) => Report;
  onLost: (reason: StartError) => void;
  /** Ends the start of parts that are not ready yet. */
  signal: AbortSignal;
  /** The folder of the product as JavaScript. */
  compiled: Promise<string>;
};

const ROOT = join(import.meta.dirname, '../..');

/** Every process of the stack, none of them started yet. A server whose address was given is not among ours. */
export function createParts(options: PartsOptions): Record<PartName, Part> {
  const { env, onLost } = options;
  const part = (name: string, launch: () => Promise<Child>) => createPart({ name, launch, onLost });
  const node = (kind: NodePart) =>
    part(kind, () => launchNode(kind, { ...options, report: options.report(kind) }));
  return {
    mongodb: env.MONGODB_URI ? sparedPart('MongoDB') : part('MongoDB', () => launchMongodb(options)),
    temporal: env.TEMPORAL_ADDRESS ? sparedPart('Temporal') : part('Temporal', () => launchTemporal(options)),
    mailbox: node('mailbox'),
    emulator: node('emulator'),
    api: node('api'),
    worker: node('worker'),
  };
}

async function launchMongodb({ wiring: { ports, dataDir }, report, signal }: PartsOptions): Promise<Child> {
  const { child } = await startMongodb({
    port: ports.mongodb,
    dataDir: join(dataDir, 'mongodb'),
    logFile: logFileIn(dataDir, 'mongodb'),
    report: report('mongodb'),
    signal,
  });
  return child;
}

async function launchTemporal({ wiring: { ports, dataDir }, report, signal }: PartsOptions): Promise<Child> {
  const { child } = await startTemporal({
    port: ports.temporal,
    uiPort: ports.temporalUi,
    dataFile: join(dataDir, 'temporal.db'),
    logFile: logFileIn(dataDir, 'temporal'),
    report: report('temporal'),
    signal,
  });
  return child;
}

type NodePart = Exclude<PartName, 'mongodb' | 'temporal'>;

type Program = {
  entry: string;
  /** What answers once it is ready. */
  health: string;
  environment: (wiring: Wiring) => Record<string, string>;
  /** The variable of its port. */
  listensOn: string;
  niceness?: number;
};

const PROGRAMS: Record<NodePart, Program> = {
  mailbox: {
    entry: 'local/mailbox/main.js',
    health: '/api/mails?limit=1',
    environment: mailboxEnvironment,
    listensOn: 'MAILBOX_PORT',
  },
  emulator: {
    entry: 'emulator/main.js',
    health: '/control/clock',
    environment: emulatorEnvironment,
    listensOn: 'EMULATOR_PORT',
  },
  api: {
    entry: 'api/server.js',
    health: '/health/ready',
    environment: productEnvironment,
    listensOn: 'PORT',
  },
  worker: {
    entry: 'worker/main.js',
    health: '/health/ready',
    environment: productEnvironment,
    listensOn: 'WORKER_PORT',
    // Temporal loses a turn that it begins in more than a second: docs/decisions/0049-turns-that-nobody-answered.md.
    niceness: 5,
  },
};

/** Starts a program of ours. `own`: a name and port of its own where several of a kind run beside one another. */
export async function launchNode(
  kind: NodePart,
  options: Omit<PartsOptions, 'onLost' | 'report'> & {
    report?: Report;
    own?: { name: string; port: number };
  },
): Promise<Child> {
  const { wiring, env, report, signal, own = { name: kind, port: wiring.ports[kind] } } = options;
  const { entry, health, environment, listensOn, niceness } = PROGRAMS[kind];
  const compiled = await options.compiled;
  const child = startChild({
    name: own.name,
    command: process.execPath,
    args: ['--enable-source-maps', join(compiled, entry)],
    env: {
      ...ownEnvironment(env),
      ...environment(wiring),
      [listensOn]: `${own.port}`,
      WORKFLOW_BUNDLE: join(compiled, 'workflows.js'),
      // From Node 22.1 on, what V8 made of the code is kept too.
      NODE_COMPILE_CACHE: join(compiled, 'v8'),
    },
    cwd: ROOT,
    logFile: logFileIn(wiring.dataDir, own.name),
    niceness,
  });
  const url = `http://127.0.0.1:${own.port}${health}`;
  try {
    await waitForChild({ child, until: () => isHealthy(url), report, signal });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return child;
}

/** Throws what stands against it. */
export async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => {
    throw new Error(`nobody answers at ${url}`);
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status} ${text.slice(0, 200)}`);
  return true;
}
