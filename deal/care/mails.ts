import type { Deal } from '../deal.ts';
import { stepOf } from '../keys.ts';
import { toOwner } from '../mails/mails.ts';
import { changePosts } from '../offer/mails.ts';
import type { Mails } from '../part.ts';
import { confirmationPosts } from '../set-up/mails.ts';
import { isStuckAt, type StuckStep } from '../stuck.ts';

export const careMails: Mails = {
  stepFailed: ({ before, after }, { stuck }) =>
    isAboutNotice(before, stuck.step) || !isStuckAt(after, stuck.step) ? [] : [toOwner('stuckNotice')],
  // People hear of what a person has done as if it had been done here.
  markSolved: change => [...changePosts(change), ...confirmationPosts(change)],
};

/** A notice that cannot be sent is not followed by another notice. */
function isAboutNotice({ mails }: Deal, step: StuckStep): boolean {
  return mails.some(mail => mail.template === 'stuckNotice' && step === stepOf(mail));
}
