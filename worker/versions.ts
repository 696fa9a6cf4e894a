import { readConfig } from '../shared/config.ts';
import { openTemporal } from '../shared/temporal/connect.ts';
import { versionsCommand } from './versions/versions-command.ts';
import { workerVersions } from './versions/worker-versions.ts';

/** The process of `npm run versions`. It ends with 1 when nothing was done. */
const config = readConfig();
const temporal = openTemporal(config);
try {
  const said = await versionsCommand(process.argv.slice(2), workerVersions({ temporal, config }));
  process.stdout.write(`${said}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await temporal.connection.close();
}
