import { inStaffHours, staffHoursAfter } from '../calendar/staff-hours.ts';
import { currentOffer, type Deal, type Offer } from '../deal.ts';
import { remindersBefore } from '../reminders/before.ts';
import { after, type Deadline, day, hour } from '../reminders/deadline.ts';
import { buyersReminded } from '../reminders/readers.ts';
import { lastMomentOf } from '../terms/terms.ts';

/** From the release of an offer to its end, and for as long as it can be revived. */
export function offerDeadlines(deal: Deal): Deadline[] {
  const offer = currentOffer(deal);
  if (!offer || deal.agreement || deal.registration) return [];
  const name = `${offer.offerId}:${offer.expiresOn}`;
  const end = after(lastMomentOf(offer.expiresOn), 1000);
  if (offer.state === 'expired') {
    const at = after(end, deal.policy.reviveWithinDays * day);
    return [{ key: `revivalEnds:${name}`, kind: 'revivalEnds', at }];
  }
  if (offer.state !== 'released') return [];
  return [
    ...unread(deal, offer),
    ...expiring(deal, { offer, name }),
    { key: `offerExpires:${name}`, kind: 'offerExpires', at: end },
  ];
}

function expiring(deal: Deal, { offer, name }: { offer: Offer; name: string }): Deadline[] {
  const end = lastMomentOf(offer.expiresOn);
  const { remindDaysBefore, remindHoursBefore = [], workingHours } = deal.policy;
  const moment = (which: string, before: number) => ({
    key: `offerExpiring:${name}:${which}`,
    kind: 'offerExpiring' as const,
    at: after(end, -before),
  });
  const reminders = [
    ...remindDaysBefore.map(days => moment(`${days}`, days * day)),
    ...remindHoursBefore.map(hours => moment(`${hours}h`, hours * hour)),
  ];
  const since = (workingHours && offer.extendedAt) ?? offer.releasedAt;
  return remindersBefore(end, { deal, reminders, readers: buyersReminded(deal, 'offerExpiring'), since });
}

/** Only while there is time to call: in the last day the offer's own reminders say enough. */
function unread(deal: Deal, offer: Offer): Deadline[] {
  const { unreadAfterHours } = deal.policy;
  const reacted = deal.buyerActedAt !== undefined && deal.buyerActedAt > offer.releasedAt;
  if (unreadAfterHours === undefined || offer.seenAt || reacted) return [];
  const at = inStaffHours(deal, staffHoursAfter(deal, offer.releasedAt, unreadAfterHours));
  const end = Date.parse(lastMomentOf(offer.expiresOn));
  return end - Date.parse(at) > day ? [{ key: `offerUnread:${offer.offerId}`, kind: 'offerUnread', at }] : [];
}
