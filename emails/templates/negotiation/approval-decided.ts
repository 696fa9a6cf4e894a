import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, quote, rows, section } from '../../blocks.ts';
import { approvalIn } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { termsRows } from '../../rows.ts';

/** An approver has said yes or no, for the owner. */
export function approvalDecided(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.approvalDecided;
  const { approval, terms } = approvalIn(deal);
  const { comment, decidedBy } = approval;
  const answer = approval.state === 'approved' ? 'approved' : 'rejected';
  return {
    subject: words.subject[answer](shorten(deal.inquiry.company, 40)),
    title: words.title[answer],
    preheader: words.next[answer],
    body: [
      paragraph(words.intro[answer](decidedBy?.name ?? decidedBy?.id ?? '')),
      comment && section(words.comment, quote(comment)),
      paragraph(words.next[answer]),
      openDeal(mail),
      rows(termsRows(mail, terms)),
    ],
  };
}
