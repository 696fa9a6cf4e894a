import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { App } from '../deps.ts';

/** Safe headers, a limit for everybody, and an honest 503 when there is too much to do. */
export async function guards(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      // Not `form-action`: browsers apply it to redirects too, and ours may lead to AWS.
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: null,
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute' });
  await app.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: 10 });
}
