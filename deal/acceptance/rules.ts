import type { Rules } from '../part.ts';
import type { Stage } from '../stages.ts';
import { concerns, ours, precedes, succeeds } from './succession.ts';

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
    refuse: ({ deal, command }) => {
      const belongs =
        !deal.agreement ||
        concerns(deal, command.agreementId) ||
        succeeds(deal, command) ||
        precedes(deal, command);
      return belongs ? undefined : { code: 'otherAgreement' };
    },
  },
  licenseEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) => {
      const known = deal.agreement?.agreementId ?? deal.license?.agreementId;
      const belongs =
        !known ||
        known === command.agreementId ||
        concerns(deal, command.agreementId) ||
        ours(deal, command.offerId);
      return belongs ? undefined : { code: 'otherAgreement' };
    },
  },
};
