import { effortOf } from '../../../deal/keys.ts';
import type { Deps } from '../../deps.ts';

interface Failed {
  _id: { dealId: string; step: string };
  count: number;
}

/** How often steps of these deals have failed for good, whatever their attempts were called. From an index alone. */
export async function failuresOf(
  db: Deps['db'],
  dealIds: readonly string[],
): Promise<(dealId: string, step: string) => number> {
  const failed =
    dealIds.length === 0
      ? []
      : await db.timeline.aggregate<Failed>([
          { $match: { 'entry.event.type': 'stepFailed', dealId: { $in: dealIds } } },
          { $project: { _id: 0, dealId: 1, 'entry.event.stuck.step': 1 } },
          {
            $group: { _id: { dealId: '$dealId', step: '$entry.event.stuck.step' }, count: { $sum: 1 } },
          },
        ]);
  return (dealId, step) =>
    failed
      .filter(({ _id }) => _id.dealId === dealId && effortOf(_id.step) === effortOf(step))
      .reduce((sum, { count }) => sum + count, 0);
}
