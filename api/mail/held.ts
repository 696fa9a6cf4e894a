import { Type } from 'typebox';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { holdReasons, type InboundMailRecord } from '../../shared/models/mail/inbound-mail.ts';
import { Problem } from '../../shared/problems.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { callerOf, requireCaller, requireRole } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { findHeld } from '../service/inbound/find-held.ts';
import { settle, type Verdict } from '../service/inbound/settle.ts';
import { languageOf } from '../ui/pages/language.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const mail = Type.Object({
  id: Type.String({ description: 'Its Message-ID' }),
  receivedAt: Type.String({ format: 'date-time' }),
  from: Type.Object({ name: Type.String(), email: Type.String() }),
  subject: Type.String(),
  text: Type.String(),
  attachments: Type.Integer(),
  reason: Type.Optional(Type.Enum([...holdReasons])),
  dealId: Type.Optional(Type.String({ description: 'The deal that it may be about' })),
});
const verdict = Type.Union([
  Type.Object(
    { id: words(1000), as: Type.Literal('message'), dealId: words(64) },
    { additionalProperties: false },
  ),
  Type.Object({ id: words(1000), as: Type.Enum(['inquiry', 'dismissed']) }, { additionalProperties: false }),
]);
const common = { tags: ['mail'], security: [{ token: [] }] };
const list = {
  ...common,
  summary: 'Mails to support that wait for a look, the newest fifty',
  response: { 200: Type.Object({ mails: Type.Array(mail) }), ...problemAnswers },
};
const decision = {
  ...common,
  summary: 'What a mail that waits for a look is',
  body: verdict,
  response: {
    200: Type.Object({ state: Type.Enum(['message', 'inquiry', 'dismissed']) }),
    ...problemAnswers,
  },
};

/** Mails that only a person can tell, for programs; the desk's page does the same. */
export async function heldMailApiRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  app.addHook('onRequest', requireRole('sales', 'support'));

  app.get('/api/held-mails', { schema: list }, async () => ({ mails: (await findHeld(deps.db)).map(shown) }));

  app.post('/api/held-mails', { schema: decision }, async request => {
    const { id, ...said } = request.body;
    const asked: Verdict = said.as === 'message' ? said : { as: said.as };
    const settled = await settle(deps, { id, verdict: asked, by: callerOf(request).id });
    if (!('problem' in settled)) return settled;
    const { problems } = messagesIn(languageOf(request)).heldMails;
    throw new Problem('refused', { detail: problems[settled.problem] });
  });
}

function shown({
  _id,
  receivedAt,
  from,
  subject,
  text = '',
  attachments = 0,
  reason,
  dealId,
}: InboundMailRecord) {
  return { id: _id, receivedAt: receivedAt.toISOString(), from, subject, text, attachments, reason, dealId };
}
