import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { text } from '../../../forms/fields.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireAdmin } from '../admin.ts';
import { ChangesPage, changesUrl } from './changes-page.tsx';
import { readChanges } from './since.ts';

const querystring = Type.Object({ before: text(20) });
const pageLength = 50;

/** What was changed in the settings, newest first. */
export async function changeRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireAdmin(deps) };
  app.get(changesUrl, options, async (request, reply) => {
    const before = Number.parseInt(request.query.before, 10);
    const isFirst = !Number.isSafeInteger(before);
    const found = await readChanges(deps.db, { limit: pageLength, ...(!isFirst && { before }) });
    const context = deskContext({ deps, request, reply });
    return sendPage(reply, ChangesPage({ view: { context, ...found, isFirst } }));
  });
}
