import type { Deal } from '../deal.ts';
import { stepOf } from '../keys.ts';
import { toOwner } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import { isOvertaken } from '../steps.ts';
import type { StuckStep } from '../stuck.ts';

export const careMails: Mails = {
  stepFailed: ({ before, after }, { stuck }) =>
    isAboutNotice(before, stuck.step) || isOvertaken(after, stuck.step) ? [] : [toOwner('stuckNotice')],
};

/** A notice that cannot be sent is not followed by another notice. */
function isAboutNotice({ mails }: Deal, step: StuckStep): boolean {
  return mails.some(mail => mail.template === 'stuckNotice' && step === stepOf(mail));
}
