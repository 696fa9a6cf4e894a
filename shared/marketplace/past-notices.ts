import type { Deal } from '../../deal/deal.ts';
import type { MarketplaceEvent } from '../models/marketplace-event.ts';

/**
 * True for news that a deal which is over need not be told: notices of its change sets, the end of an agreement it
 * knows, and what happened to that agreement before the deal ended but arrived late. An agreement that is active
 * although its deal is closed is none of these: a person must see it.
 */
export function isPast(
  deal: Deal,
  { notice, occurredAt }: Pick<MarketplaceEvent, 'notice' | 'occurredAt'>,
): boolean {
  if (!deal.closed || !notice) return false;
  if (notice.type === 'offerEvent') return true;
  if (!knows(deal, notice.agreementId)) return false;
  // Money may be given back long after the end, and somebody must hear of it.
  if (notice.type === 'awsNotice') return !notice.about.startsWith('adjustment');
  const isEnd =
    notice.type === 'licenseEvent' ? notice.status === 'deprovisioned' : notice.status !== 'ACTIVE';
  // A deal that ended with its term, while nobody could tell it of more, has had no word of AWS.
  return isEnd || (deal.agreement?.status !== 'ACTIVE' && occurredAt.getTime() <= Date.parse(deal.closed.at));
}

function knows({ agreement, formerAgreements, license }: Deal, agreementId: string): boolean {
  return [agreement?.agreementId, license?.agreementId, ...formerAgreements].includes(agreementId);
}
