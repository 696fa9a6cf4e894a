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
};

const ROOT = join(import.meta.dirname, '..');

/** Every process of the stack, none of them started yet. */
export function createParts({ wiring, env, report, onLost }: PartsOptions): Record<PartName, Part> {
  const { ports, dataDir } = wiring;
  const logFile = (name: string) => join(dataDir, 'logs', `${name}.log`);
  const part = (name: string, launch: () => Promise<Child>) => createPart({ name, launch, onLost });
  const ours = (name: PartName, entry: string, own: Record<string, string>, health: string) =>
    part(name, () =>
      launchNode({ name, entry, health, logFile: logFile(name), env: { ...ownEnvironment(env), ...own } }),
    );
  const product = productEnvironment(wiring);
  return {
    mongodb: env.MONGODB_URI
      ? sparedPart('MongoDB')
      : part('MongoDB', async () => {
          const dir = join(dataDir, 'mongodb');
          const log = logFile('mongodb');
          const options = { port: ports.mongodb, dataDir: dir, logFile: log, report: report('mongodb') };
          return (await startMongodb(options)).child;
        }),
    temporal: env.TEMPORAL_ADDRESS
      ? sparedPart('Temporal')
      : part('Temporal', async () => {
          const dataFile = join(dataDir, 'temporal.db');
          const options = { port: ports.temporal, uiPort: ports.temporalUi, dataFile };
          const more = { logFile: logFile('temporal'), report: report('temporal') };
          return (await startTemporal({ ...options, ...more })).child;
        }),
    mailbox: ours(
      'mailbox',
      'local/mailbox/main.ts',
      mailboxEnvironment(wiring),
      at(ports.mailbox, '/api/mails?limit=1'),
    ),
    emulator: ours(
      'emulator',
      'emulator/main.ts',
      emulatorEnvironment(wiring),
      at(ports.emulator, '/control/clock'),
    ),
    api: ours('api', 'api/server.ts', product, at(ports.api, '/health/ready')),
    worker: ours('worker', 'worker/main.ts', product, at(ports.worker, '/health/ready')),
  };
}

type NodeProcess = { name: string; entry: string; env: NodeJS.ProcessEnv; health: string; logFile: string };

async function launchNode({ name, entry, env, health, logFile }: NodeProcess): Promise<Child> {
  const args = ['--import', 'tsx', entry];
  const child = startChild({ name, command: process.execPath, args, env, cwd: ROOT, logFile });
  try {
    await waitForChild({ child, until: () => isHealthy(health), timeoutMs: 60_000 });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return child;
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return true;
}

function at(port: number, path: string): string {
  return `http://127.0.0.1:${port}${path}`;
}
