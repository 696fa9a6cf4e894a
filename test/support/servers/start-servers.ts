import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProduct } from '../../../local/parts/compiled.ts';
import { freePort } from '../../../local/ports.ts';
import { startMongodb } from '../../../local/servers/mongodb.ts';
import { startTemporal } from '../../../local/servers/temporal.ts';
import { running } from './running.ts';

/** Starts the real servers once for all tests, unless their addresses are given, and tells the tests where they are. */
export default async function startServers(): Promise<void> {
  running.folder = await mkdtemp(join(tmpdir(), 'offerdesk-test-'));
  const { folder } = running;
  const results = await Promise.allSettled([temporal(folder), mongodb(folder), workflows()]);
  const failed = results.find(result => result.status === 'rejected');
  if (!failed) return;
  await running.stop();
  throw failed.reason;
}

/** Bundled once for all workers of all tests, with the programs that some of them start; and kept until the sources change. */
async function workflows(): Promise<void> {
  process.env.WORKFLOW_BUNDLE = join(await compiledProduct(report), 'workflows.js');
}

async function temporal(folder: string): Promise<void> {
  if (process.env.TEMPORAL_ADDRESS) return;
  const server = await startTemporal({
    port: await freePort(),
    logFile: join(folder, 'temporal.log'),
    // A deal whose workflow fails is named after its second failure instead of the fifth.
    limits: { 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 2 },
    report,
  });
  running.servers.push(server);
  process.env.TEMPORAL_ADDRESS = server.address;
}

async function mongodb(folder: string): Promise<void> {
  if (process.env.MONGODB_URI) return;
  const dataDir = join(folder, 'mongodb');
  const logFile = join(folder, 'mongodb.log');
  const server = await startMongodb({ port: await freePort(), dataDir, logFile, report });
  running.servers.push(server);
  process.env.MONGODB_URI = server.uri;
}

function report(message: string): void {
  process.stderr.write(`${message}\n`);
}
