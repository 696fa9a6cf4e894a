import { personLimits } from '../contract/person-limits.ts';
import type { Deal } from '../deal.ts';
import { personOfPage } from '../page-links/page-links.ts';
import type { Rules } from '../part.ts';
import { openStages, stages } from '../stages.ts';
import type { MailRequest } from './mails.ts';

export type MailCommand = 'changeContact' | 'resendMail' | 'mailBounced';

/**
 * A mail may hold a link that lets its bearer in, so it goes to the deal's own people alone. What hands a set-up over and
 * what tells of a moved link hold none, and their readers may be nobody whom the deal knows.
 */
export function mayRead(deal: Deal, { reader, template }: MailRequest): boolean {
  if (reader.to !== 'person' || template === 'handOver' || template === 'linkMoved') return true;
  return personOfPage(deal, reader.email) !== undefined;
}

/** Who is written to, and what becomes of a mail that does not arrive. */
export const mailRules: Rules<MailCommand> = {
  changeContact: {
    who: ['sales', 'support'],
    stages: openStages,
    cures: true,
    refuse: ({ command }) => {
      const fields = personLimits(command.person, '/person');
      return fields.length > 0 ? { code: 'fieldsInvalid', fields } : undefined;
    },
  },
  resendMail: {
    who: ['sales', 'support'],
    stages,
    refuse: ({ deal, command }) =>
      mayRead(deal, command.mail)
        ? undefined
        : { code: 'fieldsInvalid', fields: [{ pointer: '/mail/reader/email', code: 'unknown' }] },
  },
  mailBounced: { who: ['system'], stages: openStages },
};
