import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { inTime } from '../../shared/in-time.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reach } from '../../shared/temporal/reach.ts';
import type { App, Deps } from '../deps.ts';

const patienceMs = 2000;

/**
 * /health/live: the process runs. /health/ready: MongoDB answers, without which nothing can be done here; whether Temporal
 * does is told beside it. /metrics: Prometheus. The last two are for those who run it, and not found from anywhere else.
 */
export async function health(app: App, { db, reach, config }: Deps): Promise<void> {
  const quiet = { schema: { hide: true }, logLevel: 'silent', config: { rateLimit: false } } as const;
  const inside = {
    ...quiet,
    async onRequest({ ip }: FastifyRequest) {
      if (!config.HEALTH_FROM(ip)) throw new Problem('notFound');
    },
  };
  const registry = measured(app, reach);
  app.get('/health/live', quiet, async () => ({ status: 'ok' }));
  app.get('/health/ready', inside, async (_request, reply) => {
    const [mongodb, engine] = await Promise.all([
      answers(db.connection.db?.admin().ping()),
      reach.isThere(patienceMs),
    ]);
    return reply
      .code(mongodb ? 200 : 503)
      .send({ status: mongodb ? 'ok' : 'unavailable', mongodb, temporal: engine });
  });
  app.get('/metrics', inside, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

async function answers(call: Promise<unknown> | undefined): Promise<boolean> {
  const answered = Promise.resolve(call).then(
    () => call !== undefined,
    () => false,
  );
  return inTime(answered, { ms: patienceMs, late: () => false });
}

function measured(app: App, reach: Reach): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'offerdesk_temporal_reachable',
    help: 'Whether this api can reach Temporal: 1, or 0 while it refuses steps',
    registers: [registry],
    async collect() {
      this.set((await reach.isThere(patienceMs)) ? 1 : 0);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return registry;
}
