import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import { Problem } from '../../shared/problems.ts';
import { isUnderWay } from '../../shared/temporal/under-way.ts';
import type { Deps } from '../deps.ts';

type Needs = Pick<Deps, 'db' | 'temporal'>;

/** One deal, as far as it has a record. */
export async function findDeal({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Deal | undefined> {
  return (await db.deals.findById(dealId, { deal: 1 }).lean())?.deal;
}

/**
 * One deal. Throws the Problems dealNotFound, dealBeingOpened for one that was opened a moment ago and has no record yet,
 * and temporalUnavailable when nobody can say which.
 */
export async function readDeal(deps: Needs, dealId: string): Promise<Deal> {
  const deal = await findDeal(deps, dealId);
  if (deal) return deal;
  throw new Problem((await isUnderWay(deps.temporal, dealId)) ? 'dealBeingOpened' : 'dealNotFound');
}

/** Throws the Problem dealNotFound for an id that no deal has, not even one that is being opened. */
export async function assertIsDeal(deps: Needs, dealId: string): Promise<void> {
  const isThere = await deps.db.deals.exists({ _id: dealId });
  if (!isThere && !(await isUnderWay(deps.temporal, dealId))) throw new Problem('dealNotFound');
}

/** The timeline of a deal, newest first. */
export async function readTimeline({ db }: Pick<Deps, 'db'>, dealId: string): Promise<Entry[]> {
  const written = await db.timeline.find({ dealId }).sort({ seq: -1 }).lean();
  return written.map(each => each.entry);
}
