import { after, day, isAfter } from '../../deal/calendar/moments.ts';
import type { Deal } from '../../deal/deal.ts';
import { dealIdFrom } from '../../shared/offer-link.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { readDeal } from '../service/read.ts';

/** How long a link still opens a deal that is closed, so that its buyer can read how it ended. */
export const readableFor = 30 * day;

/** The deal that a token of the buyer's page opens. Throws the Problems notFound and dealNotFound. */
export async function dealAt(
  { config, db, now }: Pick<Deps, 'config' | 'db' | 'now'>,
  token: string,
): Promise<Deal> {
  const dealId = dealIdFrom({ secret: config.SESSION_SECRET }, token);
  if (!dealId) throw new Problem('notFound');
  const deal = await readDeal({ db }, dealId);
  // What is said of a link that has ended is what is said of one that never was.
  if (hasEnded(deal, now())) throw new Problem('notFound');
  return deal;
}

const hasEnded = ({ closed }: Deal, now: string) =>
  closed !== undefined && isAfter(now, after(closed.at, readableFor));
