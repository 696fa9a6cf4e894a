import type { Deal } from '../../deal/deal.ts';
import { dealIdFrom } from '../../shared/offer-link.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { readDeal } from '../service/read.ts';

/** The deal that a token of the buyer's page opens. Throws the Problems notFound and dealNotFound. */
export async function dealAt({ config, db }: Pick<Deps, 'config' | 'db'>, token: string): Promise<Deal> {
  const dealId = dealIdFrom({ secret: config.SESSION_SECRET }, token);
  if (!dealId) throw new Problem('notFound');
  return readDeal({ db }, dealId);
}
