import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { addGauges } from './metrics/gauges.ts';
import type { startWorkers } from './workers.ts';

type Workers = Pick<Awaited<ReturnType<typeof startWorkers>>, 'isWorking'>;

/**
 * Answers on the worker's own port: whether it does its tasks (`/`), and its metrics (`/metrics`, Prometheus), with those
 * that `readEngine` gives.
 */
export function createHealth(
  workers: Workers,
  needs: Parameters<typeof addGauges>[1] & { readEngine: () => Promise<string> },
): { server: Server; engineTroubles: Gauge } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addGauges(registry, needs);
  const engineTroubles = new Gauge({
    name: 'offerdesk_engine_stuck_deals',
    help: 'Deals whose workflow fails again and again',
    registers: [registry],
  });
  const server = createServer(async (request, response) => {
    if (request.url === '/metrics') {
      const metrics = await Promise.all([registry.metrics(), needs.readEngine()]);
      return response.setHeader('content-type', registry.contentType).end(metrics.join('\n'));
    }
    const status = workers.isWorking() ? 'ok' : 'unavailable';
    response.writeHead(status === 'ok' ? 200 : 503).end(JSON.stringify({ status }));
  });
  return { server, engineTroubles };
}
