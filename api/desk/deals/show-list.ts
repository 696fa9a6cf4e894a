import type { FastifyReply } from 'fastify';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../service/list/find.ts';
import { sumsOf } from '../../service/list/sums.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { staffOf } from '../session.ts';
import { listStaff } from '../staff.ts';
import { BoardPage } from './board/board-page.tsx';
import { columnsOf } from './board/columns.ts';
import { DealsPage } from './deals-page.tsx';
import { type DealFilter, listUrl, queryFrom } from './filter.ts';
import type { ListView } from './view.ts';
import { viewsFor } from './views/saved-views.ts';

interface Shown {
  filter: DealFilter;
  done?: ListView['done'];
  problem?: string;
  status?: number;
}

/** The page of a list in the look that is asked for. Throws the Problem badRequest for a cursor that is none of the list. */
export async function showList(deps: Deps, visit: Visit, shown: Shown): Promise<FastifyReply> {
  const { filter, done, problem, status } = shown;
  const reader = staffOf(visit.request);
  const query = queryFrom(filter, { reader: reader.email, now: deps.now() });
  const [colleagues, views, sums] = await Promise.all([
    listStaff(deps.db),
    viewsFor(deps.db, reader.email),
    sumsOf(deps, query),
  ]);
  const url = visit.request.method === 'GET' ? undefined : listUrl(filter);
  const context = deskContext({ deps, ...visit, url });
  const view: ListView = { context, filter, colleagues, views, sums, done, problem };
  const page =
    filter.look === 'board'
      ? BoardPage({ view: { ...view, columns: await columnsOf(deps, query) } })
      : DealsPage({ view: { ...view, ...(await listRows(deps, query)) } });
  return sendPage(visit.reply, page, status);
}
