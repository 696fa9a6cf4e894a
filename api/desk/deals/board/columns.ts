import type { Stage } from '../../../../deal/stages.ts';
import { stages } from '../../../../deal/stages.ts';
import type { DealRow } from '../../../../shared/models/deal-row.ts';
import type { Deps } from '../../../deps.ts';
import { listRows } from '../../../service/list/find.ts';
import type { DealQuery } from '../../../service/list/query.ts';
import { type ListSums, sumsOf } from '../../../service/list/sums.ts';

/** The deals of one stage, the first of them. */
export interface Column {
  stage: Stage;
  rows: DealRow[];
  sums: ListSums;
}

/** As many as are seen without scrolling long; the list of the stage has the rest. */
const mostCards = 12;

/** A column for each stage that a list has. */
export async function columnsOf(deps: Pick<Deps, 'db'>, query: DealQuery): Promise<Column[]> {
  const shown = query.stages ?? stages;
  return Promise.all(
    shown.map(async stage => {
      const own = { ...query, stages: [stage], cursor: undefined };
      const [{ rows }, sums] = await Promise.all([
        listRows(deps, { ...own, limit: mostCards }),
        sumsOf(deps, own),
      ]);
      return { stage, rows, sums };
    }),
  );
}
