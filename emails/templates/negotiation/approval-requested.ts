import { shorten } from '../../../shared/plain-text.ts';
import { list, paragraph, rows, small } from '../../blocks.ts';
import { approvalIn, totalText } from '../../facts.ts';
import { decide, whoseButton } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { approvalRows } from './approval-rows.ts';

/** An offer passes a limit, for every approver. */
export function approvalRequested(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.approvalRequested;
  const { approval, terms } = approvalIn(deal);
  const name = approval.requestedBy.name ?? approval.requestedBy.id;
  const { company } = deal.inquiry;
  return {
    subject: words.subject({ company: shorten(company, 32), total: totalText(mail, terms) }),
    title: words.title,
    preheader: words.preheader(name),
    body: [
      paragraph(words.intro({ name, company })),
      list(approval.reasons.map(reason => messages.deal.approvalReasons[reason])),
      rows(approvalRows(mail)),
      decide(mail),
      whoseButton(mail),
      small(words.fourEyes),
    ],
  };
}
