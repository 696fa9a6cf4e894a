import { openStages, type Stage } from '../../../deal/stages.ts';
import { type Amount, type Currency, sumOf } from '../../../deal/terms/money.ts';
import type { Deps } from '../../deps.ts';

/** The open deals of one stage. */
export interface StageSum {
  stage: Stage;
  count: number;
  /** By currency, of the newest terms. */
  totals: { currency: Currency; amount: Amount }[];
  /** Since when the oldest of them has been in this stage, ISO. */
  oldest?: string;
}

interface Group {
  _id: { stage: Stage; currency?: Currency };
  count: number;
  amounts: Amount[];
  oldest: string;
}

/** Every open stage, in its order, with its deals in numbers. */
export async function pipeline(db: Deps['db']): Promise<StageSum[]> {
  const groups = await db.deals.aggregate<Group>([
    { $match: { stage: { $in: [...openStages] } } },
    // All of it is in one index, so that no deal is read.
    { $project: { _id: 0, stage: 1, 'row.total.currency': 1, 'row.total.amount': 1, 'row.stageSince': 1 } },
    {
      $group: {
        _id: { stage: '$stage', currency: '$row.total.currency' },
        count: { $sum: 1 },
        amounts: { $push: '$row.total.amount' },
        oldest: { $min: '$row.stageSince' },
      },
    },
  ]);
  return openStages.map(stage =>
    sumFor(
      stage,
      groups.filter(({ _id }) => _id.stage === stage),
    ),
  );
}

function sumFor(stage: Stage, groups: Group[]): StageSum {
  const [oldest] = groups.map(group => group.oldest).toSorted();
  const totals = groups.flatMap(({ _id: { currency }, amounts }) =>
    currency ? [{ currency, amount: sumOf(amounts) }] : [],
  );
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return { stage, count, totals, ...(oldest && { oldest }) };
}
