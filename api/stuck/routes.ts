import { stuckReasons } from '../../deal/stuck.ts';
import { fault } from '../../shared/faults/faults.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { requireCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { type BoardGroup, readBoard } from '../service/stuck/board.ts';
import type { Trouble } from '../service/stuck/find.ts';
import { stuckAnswer, stuckQuery } from './schemas.ts';

/** Everything that is stuck, for programs. What cures it is a step of its deal. */
export async function stuckApiRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));
  const schema = {
    tags: ['deals'],
    security: [{ token: [] }],
    querystring: stuckQuery,
    response: stuckAnswer,
  };
  app.get('/api/stuck', { schema }, async request => {
    const { reason, sort = 'oldest', cursor, limit = 10 } = request.query;
    if (cursor && !reason) throw new Problem('badRequest', { detail: fault('cursorOfNoReason') });
    const groups = await readBoard(deps, { reason, sort, cursor, limit });
    return { groups: groups.map(groupAnswer) };
  });
}

const groupAnswer = ({ troubles, ...group }: BoardGroup) => ({
  ...group,
  cure: stuckReasons[group.reason].cure,
  troubles: troubles.map(troubleAnswer),
});

function troubleAnswer({ row, stuck, failures, byHand }: Trouble) {
  const { dealId, company, stage, owner, total } = row;
  const { step, detail, since, cure } = stuck;
  return { dealId, company, stage, owner, total, step, detail, since, cure, failures, byHand };
}
