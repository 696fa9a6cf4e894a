import { approvalSince } from '../../../deal/negotiation/deadlines.ts';
import { whyLead } from '../../escalation.ts';
import { agreedTermsFor, momentFor, termsFacts, totalText } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { List, Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine, listLines } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/**
 * Nobody has decided in time: for every approver, who can, for the owner, who can ask one or change the terms, and later
 * for whoever leads the owner.
 */
export function approvalOverdue(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const { button, fourEyes } = messages.mails.approvalRequested;
  const { lead, ...usual } = messages.mails.approvalOverdue;
  const words = reader.role === 'lead' ? { ...usual, ...lead } : { ...usual, hint: usual.ownerHint };
  const { approval, terms } = agreedTermsFor(deal);
  const name = approval.requestedBy.name ?? approval.requestedBy.id;
  const { company } = deal.inquiry;
  const intro = words.intro({ name, company, moment: momentFor(mail, approvalSince(deal)) });
  const reasons = approval.reasons.map(reason => messages.deal.approvalReasons[reason]);
  const facts = termsFacts(mail, terms);
  const url = deskUrl(vendor, deal.dealId);
  const decides = reader.role === 'approver';
  const label = decides ? button : messages.mails.openDeal;
  const hint = decides ? undefined : words.hint;
  const small = decides ? fourEyes : whyLead(mail);
  return {
    subject: words.subject({ company: shorten(company, 32), total: totalText(mail, terms) }),
    title: words.title,
    preheader: messages.mails.approvalRequested.preheader(name),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <List items={reasons} />
        {hint && <Paragraph>{hint}</Paragraph>}
        <Button href={url}>{label}</Button>
        <Facts rows={facts} />
        {small && <Small>{small}</Small>}
      </>
    ),
    text: [intro, listLines(reasons), hint, linkLine(label, url), factLines(facts), small],
  };
}
