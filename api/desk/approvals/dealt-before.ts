import { buyersOf, type Deal, termsInForce, termsOf } from '../../../deal/deal.ts';
import type { Database } from '../../../shared/models/database.ts';
import { wordOfId } from '../../../shared/search/words.ts';

const most = 5;

/**
 * The other deals of whoever the terms that are to be approved are for, newest change first: of the same AWS accounts, or
 * of the same people.
 */
export async function dealtBefore({ deals }: Pick<Database, 'deals'>, deal: Deal): Promise<Deal[]> {
  const { approval, inquiry, dealId } = deal;
  const terms = approval ? termsOf(deal, approval.version).terms : termsInForce(deal)?.terms;
  const accounts = [...(terms?.buyerAwsAccountIds ?? []), inquiry.awsAccountId];
  const named = [...accounts, ...buyersOf(deal).map(({ email }) => email)];
  const words = named.filter(id => id !== undefined).map(wordOfId);
  const found = await deals
    .find({ words: { $in: words }, _id: { $ne: dealId } }, { deal: 1 })
    .sort({ 'list.updated': -1 })
    .limit(most)
    .lean();
  return found.map(record => record.deal);
}
