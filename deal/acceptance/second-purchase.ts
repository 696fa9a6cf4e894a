import type { AgreementNotice } from '../commands.ts';
import type { Opening, OpeningPurchase } from '../contract/messages.ts';
import type { Deal, SecondPurchase } from '../deal.ts';
import type { Entry, EventOf } from '../events.ts';
import { commandIds } from '../keys.ts';

/** Somebody else has accepted an offer of the deal: another deal is to be opened for his purchase. */
export function withSecondPurchase(deal: Deal, notice: AgreementNotice, entry: Entry): Deal {
  const { commandId = commandIds.purchase(notice.agreementId), by, at } = entry;
  return { ...deal, secondPurchases: [...deal.secondPurchases, { notice, commandId, by, at }] };
}

/** What the deal of a second purchase begins with: all that both have in common, and what AWS has told of it. */
export function openingOf(
  deal: Deal,
  { notice, commandId, by, at }: SecondPurchase,
): Opening & { purchase: Required<Pick<OpeningPurchase, 'told' | 'from'>> } {
  const { dealId, inquiry, policy, owner, ownerTimeZone, signer, remindersStopped } = deal;
  const told = { ...notice, type: 'agreementEvent' as const, commandId, by, at };
  const offer = deal.offers.find(each => each.offerId === notice.offerId);
  if (!offer) throw new RangeError(`deal ${dealId} made no offer ${notice.offerId}`);
  const terms = deal.terms.filter(({ version }) => version <= offer.termsVersion);
  const from = { dealId, owner, ownerTimeZone, signer, remindersStopped, terms, offer };
  return { inquiry, policy, purchase: { told, from } };
}

/** A deal as it is when a purchase opens it: the agreement itself comes with AWS's notice. */
export function openedByPurchase(
  deal: Deal,
  { agreementId, from }: EventOf<'purchaseOpened'>,
  { at }: Entry,
): Deal {
  if (!from) return { ...deal, openedBy: { agreementId } };
  const { dealId, offer, organizationHint, ...taken } = from;
  const offers = [{ ...offer, state: 'accepted' as const }];
  const openedBy = { agreementId, ...(dealId && { dealId }), ...(organizationHint && { organizationHint }) };
  return { ...deal, ...taken, offers, answeredAt: at, openedBy };
}
