import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { whyLead } from '../../escalation.ts';
import { inquiryFacts, momentFor } from '../../facts.ts';
import { Button, Facts, Note } from '../../layout/blocks.tsx';
import { Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The time to answer has passed: for the owner or all of sales, and later for whoever leads the owner. */
export function answerOverdue(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const { company } = deal.inquiry;
  const moment = momentFor(mail, answerDueAt(deal));
  const { subject, title, intro, hint } = wordsFor(mail);
  const why = whyLead(mail);
  const unowned = deal.owner || why ? undefined : messages.mails.inquiryNotice.noOwner;
  const facts = inquiryFacts(mail);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: subject(shorten(company, 36)),
    title,
    preheader: messages.mails.answerOverdue.preheader(moment),
    html: (
      <>
        <Paragraph>{intro({ company, moment })}</Paragraph>
        {unowned && <Note>{unowned}</Note>}
        <Paragraph>{hint}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
        {why && <Small>{why}</Small>}
      </>
    ),
    text: [intro({ company, moment }), unowned, hint, linkLine(openDeal, url), factLines(facts), why],
  };
}

function wordsFor({ deal, reader, messages }: DealMail) {
  const { owner, lead } = messages.mails.answerOverdue;
  return reader.role === 'lead' ? { ...lead, hint: lead.hint[deal.owner ? 'owned' : 'unowned'] } : owner;
}
