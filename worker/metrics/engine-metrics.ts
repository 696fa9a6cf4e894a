import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TelemetryOptions } from '@temporalio/worker';

/** Temporal's own metrics of this worker: its native part offers them on a port of this machine, `read` takes them from there. */
export async function engineMetrics(): Promise<{ telemetry: TelemetryOptions; read: () => Promise<string> }> {
  const address = `127.0.0.1:${await freePort()}`;
  const metrics = {
    prometheus: {
      bindAddress: address,
      useSecondsForDurations: true,
      unitSuffix: true,
      countersTotalSuffix: true,
    },
  };
  return {
    telemetry: { metrics },
    async read() {
      const signal = AbortSignal.timeout(2000);
      // The product's own are worth having without them.
      return fetch(`http://${address}/metrics`, { signal }).then(
        answer => answer.text(),
        () => '',
      );
    },
  };
}

/** Nobody listens on it now; its next owner is this process, a moment later. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
