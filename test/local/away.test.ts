import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, type Ports } from '../../local/addresses.ts';
import { type Child, lastLines, startChild } from '../../local/child.ts';
import { startMongodb } from '../../local/servers/mongodb.ts';
import { startTemporal } from '../../local/servers/temporal.ts';
import { mongodbAt } from '../../local/wiring.ts';
import { eventually } from '../support/eventually.ts';
import { program } from '../support/programs.ts';

let folder: string;
let ports: Ports;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'away-'));
  ports = await freePorts();
});

afterAll(async () => {
  for (const each of running.reverse()) await each.stop();
  await rm(folder, { recursive: true });
});

const patience = { withinMs: 120_000 };
const log = (name: string) => join(folder, `${name}.log`);

async function start(name: string, entry: string): Promise<Child> {
  const child = startChild({
    name,
    command: process.execPath,
    args: await program(entry),
    env: {
      ...process.env,
      PORT: `${ports.api}`,
      WORKER_PORT: `${ports.worker}`,
      MONGODB_URI: mongodbAt(ports),
      TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    },
    logFile: log(name),
  });
  running.push(child);
  return child;
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

test('api and worker that are started while their servers are away wait, say so, and begin', async () => {
  const api = await start('api', 'api/server');
  const worker = await start('worker', 'worker/main');
  await eventually(() => lastLines(log('api')).includes('waiting for MongoDB'), patience);
  await eventually(() => lastLines(log('worker')).includes('waiting for Temporal'), patience);

  running.push(await startTemporal({ port: ports.temporal, logFile: log('temporal') }));
  await eventually(() => lastLines(log('worker')).includes('waiting for MongoDB'), patience);
  running.push(
    await startMongodb({ port: ports.mongodb, dataDir: join(folder, 'mongodb'), logFile: log('mongodb') }),
  );
  await eventually(() => isReady(ports.api), patience);
  await eventually(() => isReady(ports.worker), patience);
  expect([api.hasExited(), worker.hasExited()]).toEqual([false, false]);
}, 400_000);
