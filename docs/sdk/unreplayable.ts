import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { note, unreplayable } from './unreplayable-workflow.ts';

/**
 * The smallest program that shows a history which no worker can run again (docs/decisions/0012). With a Temporal server at
 * TEMPORAL_ADDRESS: `node --import tsx docs/sdk/unreplayable.ts`. It takes half a minute.
 */
const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';
const taskQueue = 'unreplayable';
const workflowsPath = fileURLToPath(new URL('unreplayable-workflow.ts', import.meta.url));
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowsPath,
  activities: { wait: (milliseconds: number) => setTimeout(milliseconds) },
});
const client = new Client({ connection: await Connection.connect({ address }) });
const workflowId = `${taskQueue}-${Date.now()}`;
await worker.runUntil(async () => {
  const handle = await client.workflow.start(unreplayable, { taskQueue, workflowId });
  await setTimeout(2000);
  await handle.signal(note);
  await handle.result();
});
console.log('The workflow is done. Its history, run again:');
const history = await client.workflow.getHandle(workflowId).fetchHistory();
await Worker.runReplayHistory({ workflowsPath }, history).then(
  () => console.log('it can be run again'),
  error => console.log(String(error)),
);
process.exit(0);
