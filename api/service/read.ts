import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';

/** One deal. Throws the Problem dealNotFound. */
export async function readDeal({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Deal> {
  const record = await db.deals.findById(dealId, { deal: 1 }).lean();
  if (!record) throw new Problem('dealNotFound');
  return record.deal;
}

/** The timeline of a deal, newest first. */
export async function readTimeline({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Entry[]> {
  const written = await db.timeline.find({ dealId }).sort({ seq: -1 }).lean();
  return written.map(each => each.entry);
}
