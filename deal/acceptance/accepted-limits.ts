import type { ApprovalReason } from '../deal.ts';
import { acceptedOffer, type Deal, termsOf } from '../deal.ts';
import { approvalReasons, listTotalOf } from '../negotiation/approval.ts';
import type { Terms } from '../terms/terms.ts';

/**
 * The limits that what was accepted passes, where it differs from what was agreed: going on with it needs the yes that the
 * same terms would have needed before.
 */
export function limitsOfAccepted(deal: Deal): ApprovalReason[] {
  const offer = acceptedOffer(deal);
  return offer ? approvalReasons(asAccepted(deal, termsOf(deal, offer.termsVersion).terms), deal.policy) : [];
}

/** What was agreed, with what was accepted in its place: as one dimension, since AWS tells the total alone. */
function asAccepted({ accepted }: Deal, agreed: Terms): Terms {
  if (!accepted) return agreed;
  const { currency = agreed.currency, total, units, startsAt, endsAt } = accepted;
  const dimensions = agreed.dimensions.map(each => ({ ...each, units: units[each.key] ?? each.units }));
  const listPrice = currency === agreed.currency ? listTotalOf({ ...agreed, dimensions }) : undefined;
  const whole = { key: 'total', label: '', units: 1, price: total ?? '0', ...(listPrice && { listPrice }) };
  return {
    ...agreed,
    currency,
    dimensions: total ? [whole] : dimensions,
    durationMonths: endsAt ? monthsBetween(startsAt, endsAt) : agreed.durationMonths,
  };
}

function monthsBetween(from: string, to: string): number {
  const day = 86_400_000;
  return Math.round((Date.parse(to) - Date.parse(from)) / (30.4375 * day));
}
