import { type Deal, termsInForce } from '../../../../deal/deal.ts';
import type { Database } from '../../../../shared/models/database.ts';

const most = 5;

/** Other open deals under the same AWS accounts that have an agreement already, newest change first. */
export async function otherAgreements({ deals }: Pick<Database, 'deals'>, deal: Deal): Promise<Deal[]> {
  const { awsAccountId } = deal.inquiry;
  const accounts = [
    ...(termsInForce(deal)?.terms.buyerAwsAccountIds ?? []),
    ...(awsAccountId ? [awsAccountId] : []),
  ];
  if (accounts.length === 0 || deal.agreement || deal.closed) return [];
  const found = await deals
    .find(
      {
        words: { $in: accounts },
        _id: { $ne: deal.dealId },
        'deal.agreement': { $ne: null },
        'deal.closed': null,
      },
      { deal: 1 },
    )
    .sort({ 'list.updated': -1 })
    .limit(most)
    .lean();
  return found.map(record => record.deal);
}
