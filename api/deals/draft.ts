import { Type } from 'typebox';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { TermsDraftRecord } from '../../shared/models/desk/terms-draft.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { callerOf } from '../plugins/callers.ts';
import { idempotencyKey } from '../plugins/idempotency-key.ts';
import { draftField, fieldsOf } from '../service/draft/draft-fields.ts';
import { discardDraft, keepDraft, readDraft } from '../service/draft/drafts.ts';
import { readDeal } from '../service/read.ts';
import { languageOf } from '../ui/pages/language.ts';
import { dealParams, idempotencyHeader, problemAnswers } from './schemas.ts';

const revision = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'Of the draft as you have read it. It changes with every change of the draft',
});
const fields = {
  ...Type.Record(Type.String({ pattern: draftField }), Type.String({ maxLength: 10_000 }), {
    description:
      'What stands in the fields of the desk’s form, as typed and not checked: `productId`, `currency`, `durationMonths`, `offerExpiresOn`, `buyerAwsAccountIds` (one a line), `eula` (`standard`, `custom`), `eulaUrl`, `signer.name`, `signer.email`, `signer.language`, `signer.timeZone`, `dimension.<product>.<dimension>.price`, `dimension.<product>.<dimension>.units`, `payment.<number from 0>.chargeDate`, `payment.<number>.amount`',
  }),
  additionalProperties: false,
  maxProperties: 2000,
};

const kept = Type.Object({
  revision,
  fields,
  versions: Type.Integer({ description: 'How many versions of the terms there were when it was kept' }),
  by: Type.Object({ id: Type.String(), name: Type.Optional(Type.String()) }),
  at: Type.String({ description: 'ISO, business time' }),
});
const common = { tags: ['deals'], security: [{ token: [] }], params: dealParams };
const draftBody = Type.Object(
  {
    fields,
    replaces: Type.Optional({
      ...revision,
      description: 'The revision that it takes the place of; absent for a deal without a draft',
    }),
  },
  { additionalProperties: false },
);

/** The draft of a deal's terms: what staff see at the desk, by the same rules. It never reaches the buyer. */
export async function draftRoutes(app: App, deps: Deps): Promise<void> {
  const path = '/api/deals/:dealId/terms-draft';

  app.get(path, { schema: { ...common, response: { 200: kept, ...problemAnswers } } }, async request => {
    const { dealId } = request.params;
    await readDeal(deps, dealId);
    const draft = await readDraft(deps, dealId);
    if (draft) return shown(draft);
    throw new Problem('notFound', { detail: wordsFor(languageOf(request)).none });
  });

  const put = {
    ...common,
    headers: idempotencyHeader,
    body: draftBody,
    response: { 200: kept, ...problemAnswers },
  };
  app.put(path, { schema: put }, async request => {
    const { replaces, fields: typed } = request.body;
    const answer = await keepDraft(deps, {
      deal: await readDeal(deps, request.params.dealId),
      by: callerOf(request),
      language: languageOf(request),
      revision: idempotencyKey(request),
      seen: { revision: replaces },
      fields: Object.entries(typed).map(([name, value]) => ({ name, value })),
    });
    if ('changed' in answer) throw new Problem('draftChanged');
    return shown(answer.draft);
  });

  const gone = Type.Null({ description: 'It is gone' });
  const remove = {
    ...common,
    querystring: Type.Object({ revision }),
    response: { 204: gone, ...problemAnswers },
  };
  app.delete(path, { schema: remove }, async (request, reply) => {
    const deal = await readDeal(deps, request.params.dealId);
    const writing = { deal, by: callerOf(request), language: languageOf(request) };
    if (!(await discardDraft(deps, { ...writing, seen: { revision: request.query.revision } })))
      throw new Problem('draftChanged');
    return reply.code(204).send(null);
  });
}

const wordsFor = (language: ReturnType<typeof languageOf>) => messagesIn(language).desk.terms.draft;

function shown(draft: TermsDraftRecord) {
  const { revision, versions, at, by } = draft;
  const { id, name } = by;
  return { revision, fields: fieldsOf(draft), versions, at, by: { id, ...(name && { name }) } };
}
