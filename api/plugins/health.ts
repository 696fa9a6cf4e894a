import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';

const patienceMs = 2000;

/**
 * /health/live: the process runs. /health/ready: MongoDB answers, without which nothing can be done here; whether Temporal
 * does is told beside it. /metrics: Prometheus. The last two are for those who run it, and not found from anywhere else.
 */
export async function health(app: App, { db, temporal, config }: Deps): Promise<void> {
  const quiet = { schema: { hide: true }, logLevel: 'silent', config: { rateLimit: false } } as const;
  const inside = {
    ...quiet,
    async onRequest({ ip }: FastifyRequest) {
      if (!config.HEALTH_FROM(ip)) throw new Problem('notFound');
    },
  };
  const registry = measured(app);
  app.get('/health/live', quiet, async () => ({ status: 'ok' }));
  app.get('/health/ready', inside, async (_request, reply) => {
    const [mongodb, engine] = await Promise.all([
      answers(db.connection.db?.admin().ping()),
      answers(checkTemporal()),
    ]);
    return reply
      .code(mongodb ? 200 : 503)
      .send({ status: mongodb ? 'ok' : 'unavailable', mongodb, temporal: engine });
  });
  app.get('/metrics', inside, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );

  function checkTemporal() {
    return temporal.withDeadline(Date.now() + patienceMs, () =>
      temporal.connection.workflowService.getSystemInfo({}),
    );
  }
}

async function answers(call: Promise<unknown> | undefined): Promise<boolean> {
  const late = new Promise<false>(resolve => setTimeout(() => resolve(false), patienceMs).unref());
  const answered = Promise.resolve(call).then(
    () => call !== undefined,
    () => false,
  );
  return Promise.race([answered, late]);
}

function measured(app: App): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return registry;
}
