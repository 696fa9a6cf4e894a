import { after, day, hour } from '../calendar/moments.ts';
import { currentOffer, type Deal, type Offer } from '../deal.ts';
import type { Wish } from '../reminders/wish.ts';
import { lastMomentOf } from '../terms/terms.ts';

/** Of the offer in the buyer's hands, and of AWS's work on it. */
export const offerDeadlines = (deal: Deal): Wish[] => [...changeSetDeadlines(deal), ...endOfOffer(deal)];

/** When AWS is asked again for what it has failed at by its own fault. */
export function changeSetDeadlines({ changeSet }: Deal): Wish[] {
  if (!changeSet?.waitsUntil) return [];
  return [{ when: 'exactly', kind: 'changeSetAgain', of: [changeSet.name], at: changeSet.waitsUntil }];
}

/** From the release of an offer to its end, and for as long as it can be revived. */
function endOfOffer(deal: Deal): Wish[] {
  const offer = currentOffer(deal);
  if (!offer || deal.agreement || deal.registration) return [];
  const of = [offer.offerId, offer.expiresOn];
  const end = after(lastMomentOf(offer.expiresOn), 1000);
  if (offer.state === 'expired') {
    const at = after(end, deal.policy.reviveWithinDays * day);
    return [{ when: 'exactly', kind: 'revivalEnds', of, at }];
  }
  if (offer.state !== 'released') return [];
  return [
    ...unread(deal, offer),
    expiring(deal, offer),
    { when: 'exactly', kind: 'offerExpires', of, at: end },
  ];
}

function expiring({ policy }: Deal, { extendedAt, releasedAt }: Offer): Wish {
  const { remindDaysBefore, remindHoursBefore } = policy;
  const times = [
    ...remindDaysBefore.map(days => ({ name: days, length: days * day })),
    ...remindHoursBefore.map(hours => ({ name: `${hours}h`, length: hours * hour })),
  ];
  return { when: 'beforeEnd', kind: 'offerExpiring', times, since: extendedAt ?? releasedAt };
}

/** Only while there is time to call: in the last day the offer's own reminders say enough. */
function unread({ policy, buyerActedAt }: Deal, { offerId, releasedAt, seenAt, expiresOn }: Offer): Wish[] {
  const reacted = buyerActedAt !== undefined && buyerActedAt > releasedAt;
  if (seenAt || reacted) return [];
  const until = after(lastMomentOf(expiresOn), -day);
  const hours = policy.unreadAfterHours;
  return [{ when: 'afterStaffHours', kind: 'offerUnread', of: [offerId], since: releasedAt, hours, until }];
}
