import type { Rules } from '../part.ts';
import { stagesAfterInquiry } from '../stages.ts';
import { isOwn, kinOf } from './purchase.ts';

export type AcceptanceCommand = 'agreementEvent' | 'licenseEvent';

/** What AWS tells of the agreement and the license, at the sale and after it. */
export const acceptanceRules: Rules<AcceptanceCommand> = {
  agreementEvent: {
    who: ['aws'],
    stages: stagesAfterInquiry,
    refuse: ({ deal, command }) =>
      kinOf(deal, command) === 'foreign' ? { code: 'otherAgreement' } : undefined,
  },
  licenseEvent: {
    who: ['aws'],
    stages: stagesAfterInquiry,
    // One of an agreement that the deal does not have waits for that: it may be a renewal's, or a second purchase's.
    refuse: ({ deal, command }) => (isOwn(deal, command) ? undefined : { code: 'otherAgreement' }),
  },
};
