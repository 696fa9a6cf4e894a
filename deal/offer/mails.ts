import { buyersOf, currentOffer, type Deal } from '../deal.ts';
import { type Post, toOwner, toPeople } from '../mails/mails.ts';
import type { Change, Mails } from '../part.ts';
import { isStuckFor } from '../stuck.ts';

export const offerMails: Mails = {
  changeSetSucceeded: changePosts,
  offerEvent: ({ before, after }) => [
    ...(isStuckFor(after, 'offerEnded') && !isStuckFor(before, 'offerEnded') ? [toOwner('stuckNotice')] : []),
    ...(isLater(after, before) ? toPeople('offerExtended', buyersOf(after)) : []),
  ],
  askForChange: () => [toOwner('buyerRequest')],
  askForMoreTime: () => [toOwner('buyerRequest')],
  declineOffer: () => [toOwner('offerDeclined')],
};

/** The buyer can accept for longer than he was told, or again. */
function isLater(after: Deal, before: Deal): boolean {
  const known = currentOffer(before);
  const now = currentOffer(after);
  return now?.state === 'released' && (known === undefined || now.expiresOn > known.expiresOn);
}

/** What the buyer hears of a change that AWS, or a person in AWS's console, has made. */
export function changePosts({ before, after }: Change): Post[] {
  if (!before.changeSet || before.changeSet.name === after.changeSet?.name) return [];
  // Whoever has accepted hears nothing more of offers.
  if (after.agreement) return [];
  switch (before.changeSet.purpose) {
    case 'create':
      return toPeople('offer', buyersOf(after));
    case 'extend':
      return toPeople('offerExtended', buyersOf(after));
    default:
      return currentOffer(after) ? [] : toPeople('offerWithdrawn', buyersOf(after));
  }
}
