import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import { idempotencyHeader } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { filterIn, searchOf } from '../desk/deals/filter.ts';
import { removeView, type SavedView, saveView, viewsFor } from '../desk/deals/views/saved-views.ts';
import { callerOf, requireCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { askingIn } from '../settings/asking.ts';
import { languageOf } from '../ui/pages/language.ts';
import { removedAnswer, savedAnswer, viewBody, viewParams, viewsAnswer } from './schemas.ts';

const url = '/api/views';
const common = { tags: ['views'], security: [{ token: [] }] };

/** Lists that people and programs keep, with the same owner's rights as at the desk. */
export async function viewApiRoutes(app: App, deps: Deps): Promise<void> {
  const { db } = deps;
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));

  const list = { ...common, summary: 'One’s own views, and those that are shared', response: viewsAnswer };
  app.get(url, { schema: list }, async request => {
    const views = await viewsFor(db, callerOf(request).id);
    return { views: views.map(shown) };
  });

  const keeping = { ...common, summary: 'Keep a view', headers: idempotencyHeader, body: viewBody };
  app.post(url, { schema: { ...keeping, response: savedAnswer } }, async request => {
    const { name, filter, shared = false } = request.body;
    const { views } = messagesIn(languageOf(request)).desk.list;
    if (!name.trim())
      throw new Problem('invalid', { fields: [{ pointer: '/name', detail: views.nameMissing }] });
    const viewId = askingIn(request).commandId;
    const view = { viewId, name: name.trim(), query: searchOf(filter), shared };
    const owner = callerOf(request).id;
    if (!(await saveView(db, { ...view, owner, at: new Date(deps.now()) })))
      throw new Problem('refused', { detail: views.tooMany });
    await assertKept(deps, view);
    return { viewId };
  });

  const removing = { ...common, summary: 'Remove a view of one’s own', params: viewParams };
  app.delete(
    `${url}/:viewId`,
    { schema: { ...removing, response: removedAnswer } },
    async (request, reply) => {
      const { viewId } = request.params;
      const owner = callerOf(request).id;
      await removeView(db, viewId, owner);
      if (await db.savedViews.exists({ _id: viewId })) throw new Problem('forbidden');
      return reply.code(204).send(null);
    },
  );
}

/** Throws the Problem commandIdReused when the same key has kept another view before. */
async function assertKept(
  { db }: Deps,
  { viewId, name, query, shared }: Pick<SavedView, 'viewId' | 'name' | 'query' | 'shared'>,
): Promise<void> {
  if (!(await db.savedViews.exists({ _id: viewId, name, query, shared })))
    throw new Problem('commandIdReused');
}

const shown = ({ query, ...view }: SavedView) => ({ ...view, filter: filterIn(query) });
