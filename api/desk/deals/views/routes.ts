import { Type } from 'typebox';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../../deps.ts';
import { nonce, text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { languageOf } from '../../../ui/pages/language.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { filterIn, listUrl, searchOf } from '../filter.ts';
import { showList } from '../show-list.ts';
import { longestOfView, queryOfView, removeView, saveView } from './saved-views.ts';

const params = Type.Object({ viewId: Type.String({ maxLength: 100 }) });
const body = Type.Object({
  nonce,
  name: text(longestOfView.name),
  query: text(longestOfView.query),
  shared: text(10),
});

/** Lists that people keep: each has an address of its own. */
export async function viewRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(
    '/desk/views/:viewId',
    { schema: { params, hide: true }, preHandler, config: { alone: true } },
    async (request, reply) => {
      const query = await queryOfView(deps.db, request.params.viewId);
      return reply.redirect(query ? `/desk/deals?${query}` : '/desk/deals', 303);
    },
  );

  app.post('/desk/views', { schema: { body, hide: true }, preHandler }, async (request, reply) => {
    const { name, shared } = request.body;
    const visit = { request, reply };
    const filter = filterIn(request.body.query);
    const { views } = messagesIn(languageOf(request, staffOf(request).language)).desk.list;
    return submit(visit, {
      async ask(viewId) {
        if (!name.trim()) return { errors: {}, problem: views.nameMissing };
        const view = { viewId, name: name.trim(), query: searchOf(filter), shared: shared === 'yes' };
        const owner = staffOf(request).email;
        const isKept = await saveView(deps.db, { ...view, owner, at: new Date(deps.now()) });
        return isKept ? { viewId } : { errors: {}, problem: views.tooMany };
      },
      goTo: () => listUrl(filter),
      again: ({ problem, status }) => showList(deps, visit, { filter, problem, status }),
    });
  });

  app.post(
    '/desk/views/:viewId/remove',
    { schema: { params, body: Type.Object({ nonce }), hide: true }, preHandler },
    async (request, reply) => {
      await removeView(deps.db, request.params.viewId, staffOf(request).email);
      return reply.redirect('/desk/deals', 303);
    },
  );
}
