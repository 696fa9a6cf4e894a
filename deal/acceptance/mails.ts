import { toOwner } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import { isStuckFor } from '../stuck.ts';

export const acceptanceMails: Mails = {
  agreementEvent: ({ before }) => (before.agreement ? [] : [toOwner('accepted')]),
  // What was accepted is not what was agreed, and a person must look at it.
  agreementRead: ({ before, after }) =>
    isStuckFor(after, 'agreementDiffers') && !isStuckFor(before, 'agreementDiffers')
      ? [toOwner('stuckNotice')]
      : [],
};
