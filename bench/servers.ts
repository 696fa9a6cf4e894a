import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { freePort } from '../local/ports.ts';
import { startMongodb } from '../local/servers/mongodb.ts';
import { startTemporal } from '../local/servers/temporal.ts';

export type Servers = Awaited<ReturnType<typeof startServers>>;

/** Temporal and MongoDB as `npm start` runs them, with files in `folder`. */
export async function startServers(folder: string) {
  const temporal = await startTemporal({
    port: await freePort(),
    dataFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  });
  const mongodb = await startMongodb({
    port: await freePort(),
    dataDir: join(folder, 'mongodb'),
    logFile: join(folder, 'mongodb.log'),
  });
  return {
    temporalAddress: temporal.address,
    mongodbUri: `${mongodb.uri.replace(/\/\?/, '/bench?')}`,
    async stop() {
      await temporal.stop();
      await mongodb.stop();
    },
  };
}

let installed = false;

/** The engine's native part: it handles no signals and says nothing below an error. Once a process. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
}
