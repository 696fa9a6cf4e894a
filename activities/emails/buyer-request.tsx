import { agreedTerms, offerFacts, offerIn, signerFact } from './facts.ts';
import { deskUrl } from './links.ts';
import type { DealMail, MailContent } from './mail.ts';
import { Button, Facts, Heading, Paragraph, Quote } from './parts.tsx';
import { shorten } from './reader.ts';
import { factLines, linkLine, quoteLines, section } from './text.ts';

/** The buyer wants something else or more time, for the owner. */
export function buyerRequest(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.buyerRequest;
  const { kind, message } = requestIn(mail);
  const terms = agreedTerms(deal);
  const facts = [signerFact(mail, terms), ...offerFacts(mail, { offer: offerIn(deal), terms })];
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject[kind](shorten(deal.inquiry.company, 40)),
    title: words.title[kind],
    preheader: shorten(message, 80),
    html: (
      <>
        <Heading>{words.message}</Heading>
        <Quote>{message}</Quote>
        <Paragraph>{words.intro[kind]}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [
      section(words.message, quoteLines(message)),
      words.intro[kind],
      linkLine(openDeal, url),
      factLines(facts),
    ],
  };
}

function requestIn({ deal }: DealMail) {
  if (!deal.request) throw new RangeError(`deal ${deal.dealId} has no request to write about`);
  return deal.request;
}
