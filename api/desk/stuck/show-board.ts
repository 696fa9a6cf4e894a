import type { FastifyReply } from 'fastify';
import type { Deps } from '../../deps.ts';
import { readBoard } from '../../service/stuck/board.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { mayDecide } from '../events/may-decide.ts';
import { countUnmatched } from '../events/unmatched.ts';
import { staffOf } from '../session.ts';
import { listStaff } from '../staff.ts';
import { StuckPage } from './stuck-page.tsx';
import { type BoardPlace, boardUrl, type StuckView } from './view.ts';

/** Of each reason while all are shown, and of the one that is shown alone. */
const rows = { each: 5, alone: 50 };

interface Shown extends Pick<StuckView, 'done' | 'attempt' | 'problem'> {
  place: BoardPlace;
  status?: number;
}

/** The board, or one reason of it. Throws the Problem badRequest for a cursor that is none of this list. */
export async function showBoard(
  deps: Deps,
  visit: Visit,
  { place, status, ...told }: Shown,
): Promise<FastifyReply> {
  const url = visit.request.method === 'GET' ? undefined : boardUrl(place);
  const context = deskContext({ deps, ...visit, url });
  const [groups, colleagues, beside] = await Promise.all([
    readBoard(deps, { ...place, limit: place.reason ? rows.alone : rows.each }),
    listStaff(deps.db),
    besideDeals(deps, visit),
  ]);
  const view: StuckView = { context, place, groups, colleagues, beside, ...told };
  return sendPage(visit.reply, StuckPage({ view }), status);
}

async function besideDeals({ db, now }: Deps, { request }: Visit): Promise<StuckView['beside']> {
  if (!mayDecide(staffOf(request))) return undefined;
  const [unmatched, held] = await Promise.all([
    countUnmatched(db, now()),
    db.inboundMails.countDocuments({ state: 'held' }),
  ]);
  return { unmatched, held };
}
