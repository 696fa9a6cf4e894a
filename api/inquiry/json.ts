import type {} from '@fastify/rate-limit';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { idempotencyHeader, problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { languageOf } from '../ui/pages/language.ts';
import { fieldsFromJson, InquiryAnswer, InquiryBody } from './bodies.ts';
import { parseInquiry } from './parse-inquiry.ts';
import { receiverLimit } from './receiver-limit.ts';
import { takeJson } from './take.ts';

const schema = {
  summary: 'Send an inquiry',
  tags: ['inquiries'],
  headers: idempotencyHeader,
  body: InquiryBody,
  response: { 201: InquiryAnswer, 202: InquiryAnswer, ...problemAnswers },
};

/** POST /api/inquiries: the first contact from a program, such as a vendor's own contact form. */
export async function inquiryJson(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  const withinLimit = receiverLimit(deps);
  const config = { rateLimit: { max: 30, timeWindow: '1 minute' } };
  // Our own check says what is wrong in the language of the request; the schema is for the documentation.
  app.post('/api/inquiries', { schema, config, attachValidation: true }, async (request, reply) => {
    const lang = languageOf(request);
    const messages = messagesIn(lang);
    const key = idempotencyKey(request);
    const read = parseInquiry(fieldsFromJson(request.body, lang), messages);
    if ('errors' in read) throw invalid(read.errors);
    await withinLimit(read.inquiry);
    const { dealId, recorded } = await takeJson(deps, { inquiry: read.inquiry, key });
    return reply
      .code(recorded ? 201 : 202)
      .header('location', `/api/deals/${dealId}`)
      .header('idempotency-key', key)
      .send({ dealId, recorded });
  });
}

function invalid(errors: Record<string, string>): Problem {
  const fields = Object.entries(errors).map(([name, detail]) => ({ pointer: `/${name}`, detail }));
  return new Problem('invalid', { fields });
}
