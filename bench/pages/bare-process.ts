import { join } from 'node:path';
import { startChild, waitForChild } from '../../local/child.ts';
import { freePort } from '../../local/ports.ts';

/** The bare routes, in a process of their own as the api is. */
export async function startBareRoutes({ mongodbUri, folder }: { mongodbUri: string; folder: string }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startChild({
    name: 'bare routes',
    command: process.execPath,
    args: ['--import', 'tsx', 'bench/bare/routes.ts', mongodbUri, `${port}`],
    env: process.env,
    cwd: join(import.meta.dirname, '../..'),
    logFile: join(folder, 'bare-routes.log'),
  });
  await waitForChild({
    child,
    until: async () => (await fetch(`${url}/deals`, { signal: AbortSignal.timeout(3000) })).ok,
  });
  return { url, stop: () => child.stop() };
}
