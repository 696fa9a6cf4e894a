import { approvalSince } from '../../../deal/negotiation/deadlines.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { list, paragraph, rows, small } from '../../blocks.ts';
import { approvalIn, momentFor, totalText } from '../../facts.ts';
import { decide, openDeal, whoseButton, whyLead } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { approvalRows } from './approval-rows.ts';

/**
 * Nobody has decided in time: for every approver, who can, for the owner, who can ask one or change the terms, and later
 * for whoever leads the owner.
 */
export function approvalOverdue(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const { fourEyes, preheader } = messages.mails.approvalRequested;
  const { lead, ...usual } = messages.mails.approvalOverdue;
  const words = reader.role === 'lead' ? { ...usual, ...lead } : { ...usual, hint: usual.ownerHint };
  const { approval, terms } = approvalIn(deal);
  const name = approval.requestedBy.name ?? approval.requestedBy.id;
  const { company } = deal.inquiry;
  const decides = reader.role === 'approver';
  const last = decides ? fourEyes : whyLead(mail);
  return {
    subject: words.subject({ company: shorten(company, 32), total: totalText(mail, terms) }),
    title: words.title,
    preheader: preheader(name),
    body: [
      paragraph(words.intro({ name, company, moment: momentFor(mail, approvalSince(deal)) })),
      list(approval.reasons.map(reason => messages.deal.approvalReasons[reason])),
      !decides && paragraph(words.hint),
      decides ? decide(mail) : openDeal(mail),
      decides && whoseButton(mail),
      rows(approvalRows(mail)),
      last && small(last),
    ],
  };
}
