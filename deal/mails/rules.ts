import { personLimits } from '../contract/person-limits.ts';
import type { Rules } from '../part.ts';
import { openStages, stages } from '../stages.ts';

export type MailCommand = 'changeContact' | 'resendMail' | 'mailBounced';

/** Who is written to, and what becomes of a mail that does not arrive. */
export const mailRules: Rules<MailCommand> = {
  changeContact: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command }) => {
      const fields = personLimits(command.person, '/person');
      return fields.length > 0 ? { code: 'fieldsInvalid', fields } : undefined;
    },
  },
  resendMail: { who: ['sales', 'support'], stages },
  mailBounced: { who: ['system'], stages: openStages },
};
