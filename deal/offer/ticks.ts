import type { CommandOf } from '../commands.ts';
import { type Deal, type Tick, termsInForce } from '../deal.ts';
import type { Entry } from '../events.ts';
import { type Check, checks } from './checks.ts';

/** What is ticked, by whom, and when. */
export type Ticked = Omit<Tick, 'what'> & { check: Check };

/** What a tick stands for: an offer to other accounts is to be checked anew. */
function tickOf(check: Check, deal: Deal): string {
  const accounts = termsInForce(deal)?.terms.buyerAwsAccountIds ?? [];
  return check === 'account' ? `account:${accounts.toSorted().join(',')}` : check;
}

/** What is ticked of the list for the offer that the buyer has. */
export const tickedIn = (deal: Deal): Ticked[] =>
  checks.flatMap(check => {
    const tick = deal.ticks.find(({ what }) => what === tickOf(check, deal));
    return tick ? [{ check, by: tick.by, at: tick.at }] : [];
  });

/** Whoever ticks what is ticked already changes nothing: the first has seen to it. */
export function withTick(deal: Deal, { check, done }: CommandOf<'tickCheck'>, { by, at }: Entry): Deal {
  const what = tickOf(check, deal);
  const known = deal.ticks.find(tick => tick.what === what);
  const others = deal.ticks.filter(tick => tick.what !== what);
  return { ...deal, ticks: done ? [...others, known ?? { what, by: by.name ?? by.id, at }] : others };
}
