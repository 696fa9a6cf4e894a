import type { Static } from 'typebox';
import { closedStages, openStages, type Stage } from '../../../deal/stages.ts';
import type { Deps } from '../../deps.ts';
import { filterIn, ownerMeant, queryFrom } from '../../desk/deals/filter.ts';
import { queryOfView } from '../../desk/deals/views/saved-views.ts';
import type { DealQuery } from '../../service/list/query.ts';
import type { listQuery, stageGroups } from './schemas.ts';

type Given = Static<typeof listQuery>;

/**
 * The list that is asked for, as the desk understands it; `reader`: the id of whoever asks.
 * Throws the Problem notFound for a view that nobody keeps.
 */
export async function queryAsked(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { view, stage, owner, ...narrowed }: Given,
  reader: string,
): Promise<DealQuery> {
  const kept = view ? queryFrom(filterIn(await queryOfView(db, view)), { reader, now: now() }) : {};
  return {
    ...kept,
    ...narrowed,
    ...(stage && { stages: stage.flatMap(stagesMeant) }),
    ...(owner && { owner: ownerMeant(owner, reader) }),
  };
}

function stagesMeant(stage: Stage | (typeof stageGroups)[number]): readonly Stage[] {
  if (stage === 'open') return openStages;
  return stage === 'closed' ? closedStages : [stage];
}
