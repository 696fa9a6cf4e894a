import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createMongoAccounts } from '../shared/accounts/mongo-accounts.ts';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { openDatabase } from '../shared/models/database.ts';
import { openTemporal } from '../shared/temporal/connect.ts';
import { rebuildingBundle } from './bundle.ts';
import { rebuildReadModel } from './rebuild/read-model.ts';
import { afterRestore } from './rebuild/restored.ts';
import { say } from './rebuild/say.ts';

/**
 * `npm run rebuild`: writes records and timelines anew from the histories in Temporal. `-- --restored`: and brings Temporal
 * and MongoDB together again after one of them was set back. Ends with 1 when something is left to a person.
 */
const [word, ...others] = process.argv.slice(2);
if (others.length > 0 || (word && word !== '--restored')) {
  process.stderr.write('npm run rebuild, or npm run rebuild -- --restored while no worker and no api runs\n');
  process.exit(2);
}
const config = readConfig();
Runtime.install({ logger: new DefaultLogger('ERROR') });
const temporal = openTemporal(config);
const db = await openDatabase(config.MONGODB_URI);
const rebuilding = rebuildReadModel({
  temporal,
  taskQueue: config.TEMPORAL_TASK_QUEUE,
  db,
  workflowBundle: await rebuildingBundle(),
});
const known = new Map<string, number | undefined>();
let entries = 0;
for await (const { workflowId, historyLength, error, ...rebuilt } of rebuilding) {
  entries += rebuilt.entries;
  const isBroken = error || (known.has(workflowId) && known.get(workflowId) === undefined);
  known.set(workflowId, isBroken ? undefined : Math.max(historyLength, known.get(workflowId) ?? 0));
  if (error) say.left(`${workflowId} could not be told again: ${error.message}`);
}
say.done(`Records and timelines are there again: ${entries} lines.`);
if (word === '--restored') {
  const now = () => businessTime(config.clock, Date.now());
  const accounts = createMongoAccounts(db, config);
  say.restored(await afterRestore({ temporal, db, config, accounts, now }, known));
}
await temporal.connection.close();
await db.close();
