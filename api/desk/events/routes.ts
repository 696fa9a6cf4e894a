import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit, type Wrong } from '../../forms/submit.ts';
import { readDeal } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { afterStep } from '../deal/routes.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { actorOf } from '../staff.ts';
import { choicesFor, dealOfOffer } from './choices.ts';
import { arrivalItem, eventItem, type Item, noteFor, reasonOf } from './find-events.ts';
import { listRoutes } from './list/routes.ts';
import { requireDecider } from './may-decide.ts';
import { UnmatchedItemPage } from './unmatched-page.tsx';
import { isReason, longestReason, type UnmatchedView, unmatchedUrl } from './view.ts';

const params = Type.Object({ id: Type.String({ maxLength: 500 }) });
const querystring = Type.Object({ q: text(2000) });
const assignForm = Type.Object({ dealId: text(64), q: text(2000), nonce });
const dismissForm = Type.Object({ reason: text(5000), nonce });
const restoreForm = Type.Object({ nonce });

/** Something that no deal has taken, and who looks at it. */
interface ItemVisit extends Visit {
  item: Item;
}

/** What AWS told us and no deal has taken: the list, and a person's decision about each. */
export async function unmatchedRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = [requireStaff(deps), requireDecider];

  listRoutes(app, deps);

  for (const [path, find] of [
    [`${unmatchedUrl}/:id`, eventItem],
    [`${unmatchedUrl}/arrivals/:id`, arrivalItem],
  ] as const) {
    const shown = { schema: { params, querystring, hide: true }, preHandler };
    app.get(path, shown, async (request, reply) => {
      const item = await find(deps, request.params.id);
      return show(deps, { request, reply, item }, { q: request.query.q });
    });
    const assigned = { schema: { params, body: assignForm, hide: true }, preHandler };
    app.post(`${path}/assign`, assigned, async (request, reply) => {
      const item = await find(deps, request.params.id);
      return assign(deps, { request, reply, item }, request.body);
    });
    const dismissed = { schema: { params, body: dismissForm, hide: true }, preHandler };
    app.post(`${path}/dismiss`, dismissed, async (request, reply) => {
      const item = await find(deps, request.params.id);
      return dismiss(deps, { request, reply, item }, request.body.reason);
    });
    const restored = { schema: { params, body: restoreForm, hide: true }, preHandler };
    app.post(`${path}/restore`, restored, async (request, reply) => {
      const item = await find(deps, request.params.id);
      return restore(deps, { request, reply, item });
    });
  }
}

function dismiss(deps: Deps, visit: ItemVisit, typed: string) {
  const { item } = visit;
  const { staff, messages } = deskContext({ deps, ...visit, url: item.url });
  return submit(visit, {
    async ask() {
      if (item.settled) return item.url;
      if (!isReason(typed)) return { errors: { reason: messages.events.problems.reason(longestReason) } };
      const done = await item.dismiss({ by: actorOf(staff), reason: typed.trim() });
      return done ? `${unmatchedUrl}?done=dismissed` : item.url;
    },
    goTo: url => url,
    again: ({ status, errors, problem }) =>
      show(deps, visit, { reason: typed, errors, refused: problem }, status),
  });
}

function restore(deps: Deps, visit: ItemVisit) {
  const { item } = visit;
  const { staff } = deskContext({ deps, ...visit, url: item.url });
  return submit(visit, {
    async ask() {
      if (item.canBeBack) await item.restore(actorOf(staff));
      return item.canBeBack ? `${unmatchedUrl}?done=restored` : item.url;
    },
    goTo: url => url,
    again: ({ status, problem }) => show(deps, visit, { refused: problem }, status),
  });
}

function assign(deps: Deps, visit: ItemVisit, { dealId, q }: { dealId: string; q: string }) {
  const { item } = visit;
  const { staff, messages } = deskContext({ deps, ...visit, url: item.url });
  return submit(visit, {
    async ask(commandId): Promise<{ commandId: string } | Wrong> {
      if (!dealId) return { errors: { dealId: messages.events.problems.choose } };
      const deal = await readDeal(deps, dealId);
      const note = noteFor(item.facts, messages);
      const assigned = await item.assign({ deal, by: actorOf(staff), note, commandId });
      if (assigned.state === 'told') return assigned;
      return { errors: {}, problem: reasonOf(assigned, messages), status: 409 };
    },
    goTo: ({ commandId }) => afterStep(dealId, commandId),
    again: ({ status, errors, problem }) =>
      show(deps, visit, { q, chosen: dealId, errors, refused: problem }, status),
  });
}

type Shown = Partial<Pick<UnmatchedView, 'errors' | 'chosen' | 'refused' | 'reason' | 'q'>>;

/** The page of one item; after an attempt, with what was chosen and what was wrong with it. */
async function show(deps: Deps, { request, reply, item }: ItemVisit, shown: Shown, status = 200) {
  const { url, begun, facts, settled, raw, canBeBack } = item;
  const q = (shown.q ?? '').trim().slice(0, longestSearch);
  const context = deskContext({ deps, request, reply, url: request.method === 'GET' ? undefined : url });
  const [first] = facts;
  const wanted = begun?.dealId ?? q;
  const choices = first && !settled ? await choicesFor(deps, { facts: first, q: wanted }) : [];
  const origin = first && !settled ? await dealOfOffer(deps, first) : undefined;
  const known = { context, url, facts, raw, settled, canBeBack, begun, origin, choices };
  const view = { ...known, reason: '', errors: {}, ...shown };
  return sendPage(reply, UnmatchedItemPage({ view: { ...view, q } }), status);
}

const longestSearch = 300;
