import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../local/ports.ts';
import { startTemporal } from '../../../local/servers/temporal.ts';
import type { Database } from '../../../shared/models/database.ts';

/** A Temporal server of its own whose data can be copied and put back, as from a backup of its database. */
export async function startTemporalToSetBack() {
  const folder = await mkdtemp(join(tmpdir(), 'set-back-'));
  const [data, kept] = [join(folder, 'data'), join(folder, 'kept')];
  await mkdir(data);
  const options = {
    port: await freePort(),
    dataFile: join(data, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  };
  let server = await startTemporal(options);
  async function whileStopped(what: () => Promise<void>): Promise<void> {
    await server.stop();
    await what();
    server = await startTemporal(options);
  }
  async function replace(target: string, source: string): Promise<void> {
    await rm(target, { recursive: true, force: true });
    await cp(source, target, { recursive: true });
  }
  return {
    address: server.address,
    copy: () => whileStopped(() => replace(kept, data)),
    setBack: () => whileStopped(() => replace(data, kept)),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies all that is in a database; gives what puts it back. */
export async function copyOf({ connection }: Database): Promise<() => Promise<void>> {
  const collections = (await connection.listCollections()).map(({ name }) => connection.collection(name));
  const copies = await Promise.all(
    collections.map(async collection => ({ collection, documents: await collection.find().toArray() })),
  );
  return async () => {
    for (const { collection, documents } of copies) {
      await collection.deleteMany({});
      if (documents.length > 0) await collection.insertMany(documents);
    }
  };
}
