import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, nonce, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { listKeys, makeKey, revokeKey } from './api-keys.ts';
import { apiKeysUrl, KeysPage, type KeysView } from './keys-page.tsx';
import { parseKey } from './parse-key.ts';

const querystring = Type.Object({ done: text(20) });
const revokeForm = Type.Object({ id: text(200), nonce });
const aYear = 365 * 86_400_000;

/** The keys of programs: made, seen once, and revoked. */
export async function apiKeyRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireAdmin(deps);

  app.get(apiKeysUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const done = request.query.done === 'revoked' ? 'revoked' : undefined;
    return show(deps, { request, reply }, { done });
  });

  app.post(apiKeysUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const { messages, staff } = deskContext({ deps, ...visit });
    let made: KeysView['made'];
    return submit(visit, {
      async ask(commandId) {
        const { timeZone } = staff;
        const parsed = parseKey(request.body, { messages, timeZone, now: deps.now() });
        if (parsed.errors) return { errors: parsed.errors };
        const answer = await makeKey(deps, { ...parsed.key, by: byOf(staff), commandId });
        if ('refused' in answer)
          return { errors: { name: messages.desk.settings.apiKeys.problems[answer.refused] } };
        made = { name: parsed.key.name, key: answer.key };
        // Shown by this answer: an address to go on to would have to carry it.
        return { errors: {}, status: 200 };
      },
      goTo: () => apiKeysUrl,
      again: ({ status, errors, problem }) =>
        show(deps, visit, made ? { made } : { values: request.body, errors, problem }, status),
    });
  });

  const revoking = { schema: { body: revokeForm, hide: true }, preHandler };
  app.post(`${apiKeysUrl}/revoke`, revoking, async (request, reply) => {
    const visit = { request, reply };
    const { staff } = deskContext({ deps, ...visit });
    return submit(visit, {
      ask: commandId => revokeKey(deps, request.body.id, { by: byOf(staff), commandId }),
      goTo: () => `${apiKeysUrl}?done=revoked`,
      again: ({ status, problem }) => show(deps, visit, { problem }, status),
    });
  });
}

async function show(deps: Deps, visit: Visit, view: Partial<KeysView>, status = 200) {
  const context = deskContext({ deps, ...visit, url: apiKeysUrl });
  const keys = await listKeys(deps.db);
  const endsOn = new Date(Date.parse(deps.now()) + aYear).toISOString().slice(0, 10);
  return sendPage(visit.reply, KeysPage({ view: { values: { endsOn }, ...view, context, keys } }), status);
}
