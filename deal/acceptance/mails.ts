import { toOwner } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import { isStuckFor } from '../stuck.ts';
import { isMaker, isOutsideOffer } from './purchase.ts';

export const acceptanceMails: Mails = {
  agreementEvent: ({ before, after }) => {
    if (before.agreement || !after.agreement) return [];
    // Whoever opens the deal of a purchase knows of it.
    if (isOutsideOffer(after)) return [];
    return [toOwner(isMaker(after) ? 'accepted' : 'secondPurchase')];
  },
  // What was accepted is not what was agreed, and a person must look at it.
  agreementRead: ({ before, after }) =>
    isStuckFor(after, 'agreementDiffers') && !isStuckFor(before, 'agreementDiffers')
      ? [toOwner('stuckNotice')]
      : [],
};
