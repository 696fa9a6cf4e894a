import type { Deal } from '../../deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../../deal/mails/mails.ts';
import type { Language } from '../../deal/people.ts';
import type { NoticeKind } from '../../deal/term/notices.ts';
import type { Said } from '../mail.ts';
import type { Recipient } from '../reader.ts';
import type { Cast } from './cast.ts';

/** A mail as it could go out. */
export interface Sample {
  template: MailTemplate;
  to: Reader['to'];
  recipient: Recipient;
  change?: AgreementChange;
  about?: NoticeKind;
  said?: Said;
  deal: Deal;
}

export type Posts = ReturnType<typeof postsTo>;

/** A mail to each kind of reader. */
export function postsTo(cast: Cast, language: Language) {
  const staff = (to: Exclude<Reader['to'], 'person'>, recipient: Recipient) => {
    return (template: MailTemplate, deal: Deal): Sample => ({ template, to, recipient, deal });
  };
  return {
    person: (
      template: MailTemplate,
      { name, email }: { name: string; email: string },
      deal: Deal,
    ): Sample => ({
      template,
      to: 'person',
      recipient: { name, email, language },
      deal,
    }),
    owner: staff('owner', cast.owner),
    lead: staff('lead', cast.lead),
    approver: staff('approvers', cast.approver),
  };
}
