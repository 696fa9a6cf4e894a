import { Type } from 'typebox';
import { askedFor, longestSearch } from '../../../shared/search/words.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { listRows } from '../../service/list/find.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { listUrl } from '../deals/filter.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { listStaff } from '../staff.ts';
import { type Action, matching, placesFor, stepsIn } from './actions.ts';
import { FindPage } from './find-page.tsx';

const querystring = Type.Object({ q: text(longestSearch), deal: text(64) });

/** As many as one looks through before one types another letter. */
const mostDeals = 8;

/** One box for everything: deals, people, and what can be done. A page; the script makes it a dialog. */
export async function findRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireStaff(deps) };
  app.get('/desk/find', options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const { staff, messages } = context;
    const q = request.query.q.trim();
    const { every } = askedFor(q);
    const dealId = request.query.deal;
    const [found, colleagues, at] = await Promise.all([
      q ? listRows(deps, { q, limit: mostDeals }) : { rows: [] },
      listStaff(deps.db),
      dealId ? deps.db.deals.findById(dealId, { deal: 1 }).lean() : undefined,
    ]);
    const people: Action[] = colleagues.map(({ name, email }) => ({
      label: `${name} ${email}`,
      href: listUrl({ owner: email }),
    }));
    const view = {
      context,
      q,
      dealId,
      deals: found.rows,
      people: q ? matching(people, every) : [],
      steps: at ? matching(stepsIn({ deal: at.deal, staff }, messages), every) : [],
      places: matching(placesFor(staff, messages), every),
    };
    return sendPage(reply, FindPage({ view }));
  });
}
