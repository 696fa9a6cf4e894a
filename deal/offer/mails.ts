import { buyersOf, currentOffer } from '../deal.ts';
import { type Post, toOwner, toPeople } from '../mails/mails.ts';
import type { Change, Mails } from '../part.ts';

export const offerMails: Mails = {
  changeSetSucceeded: offerPosts,
  askForChange: () => [toOwner('buyerRequest')],
  askForMoreTime: () => [toOwner('buyerRequest')],
  declineOffer: () => [toOwner('offerDeclined')],
};

function offerPosts({ before, after }: Change): Post[] {
  // Whoever has accepted hears nothing more of offers.
  if (after.agreement) return [];
  switch (before.changeSet?.purpose) {
    case 'create':
      return toPeople('offer', buyersOf(after));
    case 'extend':
      return toPeople('offerExtended', buyersOf(after));
    default:
      return currentOffer(after) ? [] : toPeople('offerWithdrawn', buyersOf(after));
  }
}
