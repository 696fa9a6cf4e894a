import { isOutsideOffer } from '../acceptance/purchase.ts';
import { after, hour, latest } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import { isTaken } from '../stages.ts';

/**
 * From when on the set-up waits for the buyer, who has accepted and pays; AWS gives the license of an agreement that starts
 * later when it starts. Nothing where support has ended his link and told him how to go on, nor while AWS has taken his license.
 */
export function awaitedFrom(deal: Deal): string | undefined {
  const { agreement, link, unlinked, closed } = deal;
  const isAwaited = agreement?.status === 'ACTIVE' && !link && !unlinked && !closed && !isTaken(deal);
  // Nobody has waited for whoever bought outside of Offerdesk before there was a deal for it.
  const knownFrom = isOutsideOffer(deal) ? deal.openedAt : undefined;
  return isAwaited ? latest(agreement.acceptedAt, agreement.startsAt, knownFrom) : undefined;
}

/** By when mails alone have not helped and a call will, counted from the buyer's arrival once he has come. */
export function callDue(deal: Deal): { since: string; due: string } | undefined {
  const begin = awaitedFrom(deal);
  if (!begin) return undefined;
  const { callAfterHours, chaseAfterHours } = deal.policy;
  const since = latest(begin, deal.registration?.at);
  return { since, due: after(since, (Math.max(0, ...chaseAfterHours) + callAfterHours) * hour) };
}
