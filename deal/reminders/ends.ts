import { currentOffer, type Deal, latestTerms } from '../deal.ts';
import { isDeadlineOf, type KeyPart, kindIn } from '../keys.ts';
import { isWithBuyer } from '../negotiation/proposals.ts';
import { lastMomentOf } from '../terms/terms.ts';
import type { DeadlineKind } from './deadline.ts';

/** The end that a reminder counts the days to: its moment (ISO), and what stands for it in the reminder's key. */
export function endOf(deal: Deal, kind: DeadlineKind): { end: string; of: KeyPart[] } | undefined {
  const offer = currentOffer(deal);
  const term = deal.agreement?.endsAt;
  if (kind === 'proposalExpiring') return endOfProposal(deal);
  if (kind === 'offerExpiring')
    return offer && { end: lastMomentOf(offer.expiresOn), of: [offer.offerId, offer.expiresOn] };
  return kind === 'termEnding' && term ? { end: term, of: [term] } : undefined;
}

function endOfProposal(deal: Deal): { end: string; of: KeyPart[] } | undefined {
  const newest = isWithBuyer(deal) ? latestTerms(deal) : undefined;
  return newest && { end: lastMomentOf(newest.terms.offerExpiresOn), of: [newest.version] };
}

const counting: readonly DeadlineKind[] = ['proposalExpiring', 'offerExpiring', 'termEnding'];

/** False for the key of a reminder before an end that has moved since, of an offer or of a term. */
export function countsToPresentEnd(deal: Deal, key: string): boolean {
  const kind = kindIn(key);
  if (kind === undefined) return true;
  if (!counting.includes(kind)) return true;
  const present = endOf(deal, kind);
  return present !== undefined && isDeadlineOf(key, kind, present.of);
}
