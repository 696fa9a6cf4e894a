import type { Deal } from '../../deal/deal.ts';
import type { Database } from '../models/database.ts';

/** The deal that made an offer; the deals of other purchases under it know it as well. */
export async function makerOf(
  { deals }: Pick<Database, 'deals'>,
  offerId: string,
): Promise<Deal | undefined> {
  const made = { keys: offerId, 'deal.openedBy': { $exists: false } };
  return (await deals.findOne(made, { deal: 1 }).lean())?.deal;
}
