import type { Rules } from '../part.ts';
import type { Stage } from '../stages.ts';
import { isOwn, kinOf } from './purchase.ts';

export type AcceptanceCommand = 'agreementEvent' | 'licenseEvent';

/** AWS may speak at any time once an offer is being made, and in any order. */
const afterOffer: readonly Stage[] = [
  // Somebody has ended the offer in AWS, and the news that it was accepted before comes late.
  'negotiating',
  'approving',
  'creatingOffer',
  'offered',
  'accepted',
  'settingUp',
  'activating',
  'active',
];

/** What AWS tells of the agreement and the license, at the sale and after it. */
export const acceptanceRules: Rules<AcceptanceCommand> = {
  agreementEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) =>
      kinOf(deal, command) === 'foreign' ? { code: 'otherAgreement' } : undefined,
  },
  licenseEvent: {
    who: ['aws'],
    stages: afterOffer,
    // One of an agreement that the deal does not have waits for that: it may be a renewal's, or a second purchase's.
    refuse: ({ deal, command }) => (isOwn(deal, command) ? undefined : { code: 'otherAgreement' }),
  },
};
