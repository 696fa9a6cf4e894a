import { answerDueAt } from '../../shared/deal/deadlines/negotiation.ts';
import { inquiryFacts, momentFor } from './facts.ts';
import { deskUrl } from './links.ts';
import type { DealMail, MailContent } from './mail.ts';
import { Button, Facts, Paragraph } from './parts.tsx';
import { shorten } from './reader.ts';
import { factLines, linkLine } from './text.ts';

/** The time to answer has passed, for the owner or all of sales. */
export function answerOverdue(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.answerOverdue;
  const { company } = deal.inquiry;
  const moment = momentFor(mail, answerDueAt(deal));
  const facts = inquiryFacts(mail);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject(shorten(company, 36)),
    title: words.title,
    preheader: words.preheader(moment),
    html: (
      <>
        <Paragraph>{words.intro({ company, moment })}</Paragraph>
        <Facts rows={facts} />
        <Button href={url}>{openDeal}</Button>
        <Paragraph>{words.hint}</Paragraph>
      </>
    ),
    text: [words.intro({ company, moment }), factLines(facts), linkLine(openDeal, url), words.hint],
  };
}
