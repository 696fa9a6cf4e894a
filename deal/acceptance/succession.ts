import type { AgreementNotice } from '../commands.ts';
import type { Deal } from '../deal.ts';

/** True for the deal's agreement and for those it followed. */
export function concerns({ agreement, formerAgreements }: Deal, agreementId: string): boolean {
  return agreement?.agreementId === agreementId || formerAgreements.includes(agreementId);
}

/** A renewal names the agreement before it; a replacement comes by an offer of this deal. */
export function succeeds(deal: Deal, { previousAgreementId, offerId, intent }: AgreementNotice): boolean {
  if (previousAgreementId && previousAgreementId === deal.agreement?.agreementId) return true;
  return intent === 'REPLACE' && ours(deal, offerId) && offerId !== deal.agreement?.offerId;
}

/** What a replacement replaced may be told after it. */
export function precedes(deal: Deal, { offerId, intent }: AgreementNotice): boolean {
  if (!deal.agreement?.replaces || intent === 'REPLACE') return false;
  return ours(deal, offerId) && offerId !== deal.agreement.offerId;
}

/** An offer of this deal. */
export const ours = ({ offers }: Deal, offerId: string | undefined) =>
  offers.some(offer => offer.offerId === offerId);
