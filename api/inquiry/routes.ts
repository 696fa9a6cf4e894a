import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { formKeys } from '../ui/fields/form.tsx';
import { sendPage } from '../ui/pages/page.tsx';
import { pageContext } from '../ui/pages/page-context.ts';
import { fieldsFromForm } from './bodies.ts';
import { readInquiry } from './inquiry.ts';
import { inquiryJson } from './json.ts';
import { InquiryPage, type InquiryPageProps, InquirySentPage } from './pages.tsx';
import { takeForm } from './take.ts';

const timeZoneScript = readFileSync(new URL('./time-zone.js', import.meta.url), 'utf8');
const retryAfterSeconds = 30;

/** The first contact: as a page and as JSON. Nobody has to sign in. */
export async function inquiryRoutes(app: App, deps: Deps): Promise<void> {
  const { config } = deps;
  inquiryJson(app, deps);

  app.get('/inquiry', { schema: { hide: true } }, async (request, reply) => form(request, reply, {}));

  app.post(
    '/inquiry',
    { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const fields = fieldsFromForm(request.body);
      const read = readInquiry(fields, pageContext(request, { config }).messages);
      if ('errors' in read) return form(request, reply, { fields, errors: read.errors }, 422);
      try {
        const { dealId } = await takeForm(deps, { inquiry: read.inquiry, nonce: nonceOf(request) });
        return reply.redirect(`/inquiry/sent/${dealId}`, 303);
      } catch (error) {
        if (!(error instanceof Problem && error.status === 503)) throw error;
        request.log.warn({ err: error }, 'inquiry not taken');
        reply.header('retry-after', retryAfterSeconds);
        return form(request, reply, { fields, notSent: true }, 503);
      }
    },
  );

  const sentParams = Type.Object({ dealId: Type.String({ pattern: '^[0-9a-z]{1,32}$' }) });
  app.get('/inquiry/sent/:dealId', { schema: { params: sentParams, hide: true } }, async (request, reply) => {
    const context = pageContext(request, { config });
    const { dealId } = request.params;
    const { answerWithinHours } = config.reminders;
    return sendPage(reply, InquirySentPage({ context, dealId, answerWithinHours }));
  });

  app.get('/inquiry/time-zone.js', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(timeZoneScript),
  );

  function form(
    request: FastifyRequest,
    reply: FastifyReply,
    more: Omit<InquiryPageProps, 'context' | 'keys'>,
    status = 200,
  ) {
    const context = pageContext(request, { config, url: '/inquiry' });
    // A form that comes back keeps its nonce: sending it again is still the same inquiry.
    const keys = { ...formKeys(reply), ...(more.fields && { nonce: nonceOf(request) }) };
    return sendPage(reply, InquiryPage({ context, keys, ...more }), status);
  }
}

function nonceOf({ body }: FastifyRequest): string {
  const { nonce } = (body ?? {}) as { nonce?: unknown };
  return typeof nonce === 'string' && nonce !== '' ? nonce : randomUUID();
}
