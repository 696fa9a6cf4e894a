import type { Deal } from '../../../../deal/deal.ts';
import { mayAsk } from '../../../../deal/decider.ts';
import type { Actor } from '../../../../deal/people.ts';
import { fittingReminder } from '../../../../deal/reminders/fitting.ts';
import type { DealRecord } from '../../../../shared/models/deal-record.ts';
import type { Deps } from '../../../deps.ts';
import type { RemindView } from './view.ts';

type Preview = Pick<RemindView, 'toSend' | 'skipped'>;

/** What fits each of these deals now. Those that are not there any more are left out. */
export async function previewOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { dealIds, by }: { dealIds: readonly string[]; by: Actor },
): Promise<Preview> {
  const found = await db.deals
    .find({ _id: { $in: dealIds } }, { deal: 1 })
    .lean<Pick<DealRecord, '_id' | 'deal'>[]>();
  const deals = found.map(({ deal }) => deal).toSorted((a, b) => (a.dealId < b.dealId ? -1 : 1));
  const mayRemind = mayAsk('sendReminderNow', by);
  const judged = deals.map(deal => judge(deal, { now: now(), mayRemind }));
  return { toSend: judged.flatMap(each => each.toSend), skipped: judged.flatMap(each => each.skipped) };
}

function judge(deal: Deal, { now, mayRemind }: { now: string; mayRemind: boolean }): Preview {
  const fitting = mayRemind ? fittingReminder(deal, now) : 'notYours';
  if (typeof fitting === 'string') return { toSend: [], skipped: [{ deal, why: fitting }] };
  return { toSend: [{ ...fitting, deal }], skipped: [] };
}
