import type { AgreementNotice } from '../commands.ts';
import type { Deal } from '../deal.ts';

/** True for the deal's agreement and for those it followed. */
export function concerns({ agreement, formerAgreements }: Deal, agreementId: string): boolean {
  return agreement?.agreementId === agreementId || formerAgreements.includes(agreementId);
}

/** A renewal names the agreement before it; a replacement comes by an offer of this deal, for the same account. */
export function succeeds(deal: Deal, notice: AgreementNotice): boolean {
  const { previousAgreementId, intent } = notice;
  if (previousAgreementId && previousAgreementId === deal.agreement?.agreementId) return true;
  return intent === 'REPLACE' && byAnotherOffer(deal, notice);
}

/** What a replacement replaced may be told after it. */
export function precedes(deal: Deal, notice: AgreementNotice): boolean {
  return deal.agreement?.replaces === true && notice.intent !== 'REPLACE' && byAnotherOffer(deal, notice);
}

function byAnotherOffer(deal: Deal, { offerId, awsAccountId }: AgreementNotice): boolean {
  const { agreement } = deal;
  const isSameAccount = !agreement?.awsAccountId || !awsAccountId || agreement.awsAccountId === awsAccountId;
  return isSameAccount && ours(deal, offerId) && offerId !== agreement?.offerId;
}

/** An offer of this deal. */
export const ours = ({ offers }: Deal, offerId: string | undefined) =>
  offers.some(offer => offer.offerId === offerId);
