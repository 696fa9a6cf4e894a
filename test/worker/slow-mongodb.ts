import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../local/ports.ts';
import { startMongodb } from '../../local/servers/mongodb.ts';

/** A MongoDB of its own, which can be frozen as a stalled disk or a paused machine freezes it. */
export async function startFreezableMongodb() {
  const folder = await mkdtemp(join(tmpdir(), 'freezable-'));
  const options = { port: await freePort(), dataDir: folder, logFile: join(folder, 'mongodb.log') };
  const { uri, child } = await startMongodb(options);
  const thaw = () => void process.kill(child.pid, 'SIGCONT');
  return {
    uri: uri.replace('/?', `/${randomUUID().slice(0, 8)}?`),
    freeze: () => void process.kill(child.pid, 'SIGSTOP'),
    thaw,
    async stop() {
      thaw();
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
