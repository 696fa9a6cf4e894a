import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import type { App, Deps } from '../deps.ts';
import { submit } from '../forms/submit.ts';
import { openDeal } from '../service/open.ts';
import { asksForAll, zonesQuery } from '../ui/fields/zones-query.ts';
import { sendPage } from '../ui/pages/page.tsx';
import { pageContext } from '../ui/pages/page-context.ts';
import type { Visit } from '../visit.ts';
import { inquiryForm } from './bodies.ts';
import { inquiryJson } from './json.ts';
import { InquiryPage, type InquiryPageProps, InquirySentPage } from './pages.tsx';
import { parseInquiry } from './parse-inquiry.ts';
import { receiverLimit } from './receiver-limit.ts';

const path = '/inquiry';
const timeZoneScript = readFileSync(new URL('./time-zone.js', import.meta.url), 'utf8');
const sentParams = Type.Object({ dealId: Type.String({ pattern: '^[0-9a-z]{1,32}$' }) });

/**
 * The first contact: as a page and as JSON. Nobody has to sign in, and the form rests on no cookie: a post that another
 * site forges can do no more than anybody can, and whoever's browser keeps no cookies can write to us too.
 */
export async function inquiryRoutes(app: App, deps: Deps): Promise<void> {
  const { config } = deps;
  const withinLimit = receiverLimit(deps);
  await app.register(inquiryJson, deps);

  const asked = { schema: { querystring: zonesQuery, hide: true } };
  app.get(path, asked, async (request, reply) =>
    show(deps, { request, reply }, { allZones: asksForAll(request.query) }),
  );

  const sent = {
    schema: { body: inquiryForm, hide: true },
    config: { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
  };
  app.post(path, sent, async (request, reply) => {
    const fields = request.body;
    const visit = { request, reply };
    const { messages } = pageContext(request, { config });
    return submit(visit, {
      async ask(commandId) {
        const parsed = parseInquiry(fields, messages);
        if ('errors' in parsed) return parsed;
        await withinLimit(parsed.inquiry);
        return openDeal(deps, { inquiry: parsed.inquiry, commandId });
      },
      goTo: ({ dealId }) => `${path}/sent/${dealId}`,
      // A form that comes back keeps its nonce: sending it again is still the same inquiry.
      again: ({ status, errors, problem }) =>
        show(deps, visit, { fields, errors, problem, nonce: fields.nonce, notSent: status === 503 }, status),
    });
  });

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
}

type Shown = Omit<InquiryPageProps, 'context' | 'keys'> & { nonce?: string };

function show({ config }: Deps, { request, reply }: Visit, { nonce, ...more }: Shown, status = 200) {
  const context = pageContext(request, { config, url: path });
  const keys = { nonce: nonce || randomUUID() };
  return sendPage(reply, InquiryPage({ context, keys, ...more }), status);
}
