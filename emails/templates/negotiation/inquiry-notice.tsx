import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { inquiryFacts, momentFor } from '../../facts.ts';
import { Button, Facts, Note, Quote } from '../../layout/blocks.tsx';
import { Heading, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, quoteLines, section } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** A new inquiry, for its owner or, while it has none, for all of sales. */
export function inquiryNotice(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.inquiryNotice;
  const { company, message } = deal.inquiry;
  const facts = inquiryFacts(mail);
  const unowned = deal.owner ? undefined : words.noOwner;
  const url = deskUrl(vendor, deal.dealId);
  return {
    subject: words.subject(shorten(company, 40)),
    title: words.title,
    preheader: words.preheader(momentFor(mail, answerDueAt(deal))),
    html: (
      <>
        <Paragraph>{words.intro(company)}</Paragraph>
        {unowned && <Note>{unowned}</Note>}
        <Facts rows={facts} />
        <Heading>{words.message}</Heading>
        <Quote>{message}</Quote>
        <Button href={url}>{words.answer}</Button>
      </>
    ),
    text: [
      words.intro(company),
      unowned,
      factLines(facts),
      section(words.message, quoteLines(message)),
      linkLine(words.answer, url),
    ],
  };
}
