import { Type } from 'typebox';
import { keysOf } from '../../deal/keys-of.ts';
import { listBad, markGood } from '../../shared/mail/bad-addresses.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { groups } from '../desk/mails/filter.ts';
import { readMail, readMails } from '../desk/mails/find-mails.ts';
import type { LoggedMail } from '../desk/mails/view.ts';
import { requireCaller, requireRole } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const maybe = Type.Optional(Type.String());
const mail = Type.Object({
  id: Type.String(),
  dealId: maybe,
  request: Type.Optional(Type.Unknown({ description: '`mail` of the step `resend-mail`' })),
  template: Type.String(),
  to: Type.Object({ name: maybe, email: Type.String(), language: Type.String() }),
  channel: maybe,
  state: Type.String(),
  attempts: Type.Integer(),
  lastError: maybe,
  createdAt: Type.String({ format: 'date-time' }),
  sentAt: Type.Optional(Type.String({ format: 'date-time' })),
  subject: maybe,
  text: Type.Optional(Type.String({ description: 'Of one mail, as long as it is kept' })),
});
const query = Type.Object(
  {
    state: Type.Optional({ ...Type.Enum(keysOf(groups)), description: 'As at the desk' }),
    q: Type.Optional({ ...words(320), description: 'A whole address, or the id of a deal' }),
    cursor: Type.Optional(words(320)),
  },
  { additionalProperties: false },
);
const common = { tags: ['mail'], security: [{ token: [] }] };
const page = Type.Object({
  mails: Type.Array(mail),
  nextCursor: Type.Optional(Type.String({ description: 'Absent on the last page' })),
});
const bad = Type.Object({ email: Type.String(), since: Type.String(), reason: Type.String() });

/** Every mail that was sent or should be, and the addresses at which none arrives, for programs. */
export async function mailLogApiRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));

  const list = {
    ...common,
    summary: 'Mails, newest first',
    querystring: query,
    response: { 200: page, ...problemAnswers },
  };
  app.get('/api/mails', { schema: list }, async request => {
    const { state: group, ...place } = request.query;
    const { mails, nextCursor } = await readMails(deps.db, { group, ...place });
    return { mails: mails.map(shown), nextCursor };
  });

  const params = Type.Object({ id: words(64) });
  const one = { ...common, summary: 'One mail', params, response: { 200: mail, ...problemAnswers } };
  app.get('/api/mails/:id', { schema: one }, async request => {
    const found = await readMail(deps.db, request.params.id);
    return { ...shown(found), text: found.text };
  });
  addressRoutes(app, deps);
}

function addressRoutes(app: App, { db }: Deps): void {
  const url = '/api/bad-addresses';
  const listed = { 200: Type.Object({ addresses: Type.Array(bad) }), ...problemAnswers };
  const list = { ...common, summary: 'Addresses at which no mail arrives', response: listed };
  app.get(url, { schema: list }, async () => {
    const addresses = await listBad(db);
    const told = addresses.map(({ _id, since, reason }) => ({
      email: _id,
      since: since.toISOString(),
      reason,
    }));
    return { addresses: told };
  });

  const schema = {
    ...common,
    summary: 'Mail goes to an address again',
    params: Type.Object({ email: words(320) }),
    response: { 204: Type.Null(), ...problemAnswers },
  };
  // Whoever may send a mail again may also say that its address works.
  const options = { schema, onRequest: requireRole('sales', 'support') };
  app.delete(`${url}/:email`, options, async (request, reply) => {
    await markGood(db, request.params.email);
    return reply.code(204).send(null);
  });
}

function shown(mail: LoggedMail) {
  const { id, dealId, request, template, to, channel, state, attempts, lastError, subject } = mail;
  const sentAt = mail.sentAt?.toISOString();
  const createdAt = mail.createdAt.toISOString();
  return {
    id,
    dealId,
    request,
    template,
    to,
    channel,
    state,
    attempts,
    lastError,
    createdAt,
    sentAt,
    subject,
  };
}
