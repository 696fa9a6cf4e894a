import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { App } from '../deps.ts';

/** Safe headers, and a limit for everybody. */
export async function guards(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      // Not `form-action`: browsers apply it to redirects too, and ours may lead to AWS.
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: null,
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute' });
}
