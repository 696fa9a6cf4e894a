import type { Deal } from '../../../deal/deal.ts';
import { isClosed, openStages } from '../../../deal/stages.ts';
import { makerOf } from '../../../shared/marketplace/maker.ts';
import type { Deps } from '../../deps.ts';
import { listDeals } from '../../service/list/find.ts';
import type { Facts } from './unmatched-facts.ts';

const most = 10;

/** The open deals that may be meant: what was searched for, else those of the same AWS account. */
export async function choicesFor(
  deps: Pick<Deps, 'db'>,
  { facts: { awsAccountId }, q }: { facts: Facts; q: string },
): Promise<Deal[]> {
  if (q) return (await listDeals(deps, { q })).deals.filter(deal => !isClosed(deal)).slice(0, most);
  if (!awsAccountId) return [];
  const found = await deps.db.deals
    .find({ words: awsAccountId, stage: { $in: [...openStages] } }, { deal: 1 })
    .sort({ 'list.updated': -1 })
    .limit(most)
    .lean();
  return found.map(record => record.deal);
}

/** The deal of the agreement, else the one that made the offer, which could not take the news by itself: it has another agreement, or is closed. */
export async function dealOfOffer(
  { db }: Pick<Deps, 'db'>,
  { offerId, agreementId }: Facts,
): Promise<Deal | undefined> {
  const ofAgreement = agreementId && (await db.deals.findOne({ keys: agreementId }, { deal: 1 }).lean());
  if (ofAgreement) return ofAgreement.deal;
  return offerId ? makerOf(db, offerId) : undefined;
}
