import { Type } from 'typebox';
import { keysOf } from '../../../deal/keys-of.ts';
import { stuckReasons } from '../../../deal/stuck.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { clockOrders } from '../../service/stuck/find.ts';
import { outcomeIn, outcomeQuery, outcomeText } from '../deals/bulk/outcome.ts';
import { requireStaff } from '../session.ts';
import { act, chosenIn } from './act.ts';
import { showBoard } from './show-board.ts';
import { type BoardPlace, boardActs, boardUrl, reasonName, stuckUrl } from './view.ts';

const querystring = Type.Object({
  reason: text(50),
  sort: text(20),
  cursor: text(600),
  act: text(10),
  ...outcomeQuery.properties,
});

type Asked = Record<'reason' | 'sort' | 'cursor', string | undefined>;

/** What is empty or unknown narrows nothing. */
const placeFrom = ({ reason, sort, cursor }: Asked): BoardPlace => ({
  reason: keysOf(stuckReasons).find(each => each === reason),
  sort: clockOrders.find(each => each === sort) ?? 'oldest',
  cursor: cursor || undefined,
});

/** Everything that is stuck, by its reason, and what is done about many of a kind at once. */
export async function stuckRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(stuckUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const act = boardActs.find(each => each === request.query.act);
    const outcome = act && outcomeIn(request.query);
    const done = outcome && { ...outcome, act };
    return showBoard(deps, { request, reply }, { place: placeFrom(request.query), done });
  });

  app.post(stuckUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const values = request.body;
    const place = placeFrom({ reason: values.at, sort: values.sort, cursor: undefined });
    const { reason } = placeFrom({ reason: values.kind, sort: undefined, cursor: undefined });
    return submit(visit, {
      ask: async commandId => act(deps, visit, { values, commandId }),
      goTo: done => {
        const url = boardUrl(place);
        return `${url}${url.includes('?') ? '&' : '?'}act=${done.act}&${outcomeText(done)}`;
      },
      again: ({ problem, errors, status }) =>
        showBoard(deps, visit, {
          place,
          problem,
          status,
          attempt: {
            reason,
            ticked: chosenIn(values),
            text: values[reasonName(values.kind ?? '')] ?? '',
            errors,
          },
        }),
    });
  });
}
