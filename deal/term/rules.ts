import { concerns } from '../acceptance/succession.ts';
import type { Rules } from '../part.ts';

export type TermCommand = 'awsNotice';

/** What AWS tells while an agreement runs. */
export const termRules: Rules<TermCommand> = {
  awsNotice: {
    who: ['aws'],
    stages: ['accepted', 'settingUp', 'activating', 'active'],
    refuse: ({ deal, command }) =>
      concerns(deal, command.agreementId) ? undefined : { code: 'otherAgreement' },
  },
};
