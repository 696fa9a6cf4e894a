import { join } from 'node:path';
import { type Child, startChild, waitForChild } from '../child.ts';
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

async function launchMongodb({ wiring: { ports, dataDir }, report, signal }: PartsOptions): Promise<Child> {
  const { child } = await startMongodb({
    port: ports.mongodb,
    dataDir: join(dataDir, 'mongodb'),
    logFile: logFile(dataDir, 'mongodb'),
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
    logFile: logFile(dataDir, 'temporal'),
    report: report('temporal'),
    signal,
  });
  return child;
}

type NodePart = Exclude<PartName, 'mongodb' | 'temporal'>;

// Where each program of ours begins, the address that answers once it is ready, and what it reads from the environment.
const PROGRAMS: Record<NodePart, { entry: string; health: string; environment: typeof productEnvironment }> =
  {
    mailbox: {
      entry: 'local/mailbox/main.js',
      health: '/api/mails?limit=1',
      environment: mailboxEnvironment,
    },
    emulator: { entry: 'emulator/main.js', health: '/control/clock', environment: emulatorEnvironment },
    api: { entry: 'api/server.js', health: '/health/ready', environment: productEnvironment },
    worker: { entry: 'worker/main.js', health: '/health/ready', environment: productEnvironment },
  };

async function launchNode(name: NodePart, options: PartsOptions): Promise<Child> {
  const { wiring, env, report, signal } = options;
  const { entry, health, environment } = PROGRAMS[name];
  const compiled = await options.compiled;
  const child = startChild({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(compiled, entry)],
    env: {
      ...ownEnvironment(env),
      ...environment(wiring),
      WORKFLOW_BUNDLE: join(compiled, 'workflows.js'),
      // From Node 22.1 on, what V8 made of the code is kept too.
      NODE_COMPILE_CACHE: join(compiled, 'v8'),
    },
    cwd: ROOT,
    logFile: logFile(wiring.dataDir, name),
  });
  const url = `http://127.0.0.1:${wiring.ports[name]}${health}`;
  try {
    await waitForChild({ child, until: () => isHealthy(url), report: report(name), signal });
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
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => {
    throw new Error(`nobody answers at ${url}`);
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status} ${text.slice(0, 200)}`);
  return true;
}
