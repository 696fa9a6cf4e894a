import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { mayAdminister } from '../settings/admin.ts';
import { readChecklist } from '../settings/start/checklist.ts';
import { listStaff } from '../staff.ts';
import { findWaiting } from './find-waiting.ts';
import { HomePage } from './home-page.tsx';
import { pipeline } from './pipeline.ts';

const querystring = Type.Object({ whose: text(20) });

/** Where the desk begins: what waits, and how the deals stand. */
export async function homeRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireStaff(deps) };
  app.get('/desk', options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const whose = request.query.whose === 'team' ? 'team' : 'mine';
    const [found, stages, colleagues, checklist] = await Promise.all([
      findWaiting(deps.db, { staff: staffOf(request), whose, now: context.now }),
      pipeline(deps.db),
      listStaff(deps.db),
      mayAdminister(staffOf(request)) ? readChecklist(deps) : undefined,
    ]);
    return sendPage(reply, HomePage({ view: { context, whose, stages, colleagues, checklist, ...found } }));
  });
}
