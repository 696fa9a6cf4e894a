import { agreedTerms, productText, signerFact, termsFacts } from '../../facts.ts';
import { Button, Facts, Quote } from '../../layout/blocks.tsx';
import { Heading, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, quoteLines, section } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The buyer said no, for the owner. */
export function offerDeclined(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.offerDeclined;
  const { company } = deal.inquiry;
  const reason = (deal.closed ?? deal.ending)?.reason ?? '';
  const terms = agreedTerms(deal);
  const facts = [signerFact(mail), ...termsFacts(mail, terms)];
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 30), product: shorten(productText(mail), 24) }),
    title: words.title,
    preheader: words.preheader,
    html: (
      <>
        <Paragraph>{words.intro(company)}</Paragraph>
        {reason && <Heading>{words.reason}</Heading>}
        {reason && <Quote>{reason}</Quote>}
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [
      words.intro(company),
      reason && section(words.reason, quoteLines(reason)),
      linkLine(openDeal, url),
      factLines(facts),
    ],
  };
}
