import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, type FormValues, text } from '../../../forms/fields.ts';
import { submit, type Wrong } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { requireStaff } from '../../session.ts';
import { actorOf } from '../../staff.ts';
import { requireDecider } from '../may-decide.ts';
import { countMatching } from '../unmatched.ts';
import { isReason, longestReason, unmatchedUrl } from '../view.ts';
import { dismissMany, tickedIn } from './dismiss-many.ts';
import { linesOf } from './lines.ts';
import { UnmatchedPage } from './list-page.tsx';
import { boxOf, lists, manyUrl, type Place, type UnmatchedListView } from './view.ts';

const listQuery = Type.Object({ done: text(20), list: text(20), purchases: text(600), arrivals: text(600) });

/** The lists of what AWS told us and no deal has taken, and what is dismissed from them together. */
export function listRoutes(app: App, deps: Deps): void {
  const preHandler = [requireStaff(deps), requireDecider];
  const listed = { schema: { querystring: listQuery, hide: true }, preHandler };
  app.get(unmatchedUrl, listed, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const { done } = request.query;
    const told = done === 'dismissed' || done === 'restored' ? done : undefined;
    const view = await listView(deps, placeIn(request.query));
    return sendPage(reply, UnmatchedPage({ view: { ...view, context, done: told } }));
  });

  const several = { schema: { body: anyFields, hide: true }, preHandler };
  app.post(manyUrl, several, (request, reply) => dismissTicked(deps, { request, reply }, request.body));
}

const placeIn = ({ list, purchases, arrivals }: FormValues): Place => ({
  list: lists.find(each => each === list) ?? 'unmatched',
  ...(purchases && { purchases }),
  ...(arrivals && { arrivals }),
});

async function listView(deps: Deps, place: Place): Promise<Omit<UnmatchedListView, 'context'>> {
  const [lines, matching] = await Promise.all([linesOf(deps, place), countMatching(deps.db, deps.now())]);
  return { place, matching, ticked: [], reason: '', errors: {}, ...lines };
}

function dismissTicked(deps: Deps, visit: Visit, typed: FormValues) {
  const context = deskContext({ deps, ...visit, url: unmatchedUrl });
  const { problems } = context.messages.events;
  const { reason = '' } = typed;
  const ticked = tickedIn(typed);
  return submit(visit, {
    async ask(): Promise<string | Wrong> {
      if (ticked.length === 0) return { errors: {}, problem: problems.tickSome };
      if (!isReason(reason)) return { errors: { reason: problems.reason(longestReason) } };
      await dismissMany(deps, { ticked, by: actorOf(context.staff), reason: reason.trim() });
      return `${unmatchedUrl}?done=dismissed`;
    },
    goTo: url => url,
    async again({ status, errors, problem }) {
      const view = await listView(deps, placeIn(typed));
      const boxes = [...ticked.map(({ kind, id }) => boxOf(kind, id)), ...(typed.all ? ['all'] : [])];
      const shown = { ...view, context, ticked: boxes, reason, errors, problem };
      return sendPage(visit.reply, UnmatchedPage({ view: shown }), status);
    },
  });
}
