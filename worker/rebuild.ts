import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readConfig } from '../shared/config.ts';
import { openDatabase } from '../shared/models/database.ts';
import { openTemporal } from '../shared/temporal/connect.ts';
import { bundleForRebuilding } from './bundle.ts';
import { rebuildReadModel } from './rebuild-read-model.ts';

/** `npm run rebuild`: writes records and timelines anew from the histories in Temporal. Ends with 1 when one could not be told again. */
const config = readConfig();
Runtime.install({ logger: new DefaultLogger('ERROR') });
const temporal = openTemporal(config);
const db = await openDatabase(config.MONGODB_URI);
const rebuilding = rebuildReadModel({
  temporal,
  taskQueue: config.TEMPORAL_TASK_QUEUE,
  db,
  workflowBundle: await bundleForRebuilding(),
});
let entries = 0;
for await (const rebuilt of rebuilding) {
  entries += rebuilt.entries;
  if (!rebuilt.error) continue;
  process.exitCode = 1;
  process.stderr.write(`${rebuilt.workflowId} could not be told again: ${rebuilt.error.message}\n`);
}
process.stdout.write(`Records and timelines are there again: ${entries} lines.\n`);
await temporal.connection.close();
await db.close();
