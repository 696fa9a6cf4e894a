import type { Deal } from '../../../deal/deal.ts';
import { deadlineKey } from '../../../deal/keys.ts';
import { whyLead } from '../../escalation.ts';
import { agreedTerms, momentFor, offerFacts, offerIn, signerFact } from '../../facts.ts';
import { Button, Facts, Quote } from '../../layout/blocks.tsx';
import { Heading, Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine, quoteLines, section } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/**
 * The buyer wants something else or more time: for the owner at once, again when nobody has answered in time, and later
 * for whoever leads the owner.
 */
export function buyerRequest(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const { message } = requestIn(deal);
  const { subject, title, intro, action } = wordsFor(mail);
  const heading = messages.mails.buyerRequest.message;
  const why = whyLead(mail);
  const terms = agreedTerms(deal);
  const facts = [signerFact(mail), ...offerFacts(mail, { offer: offerIn(deal), terms })];
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: subject(shorten(deal.inquiry.company, 40)),
    title,
    preheader: shorten(message, 80),
    html: (
      <>
        {intro && <Paragraph>{intro}</Paragraph>}
        <Heading>{heading}</Heading>
        <Quote>{message}</Quote>
        <Paragraph>{action}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
        {why && <Small>{why}</Small>}
      </>
    ),
    text: [
      intro,
      section(heading, quoteLines(message)),
      action,
      linkLine(openDeal, url),
      factLines(facts),
      why,
    ],
  };
}

function wordsFor(mail: DealMail) {
  const { deal, reader, messages } = mail;
  const { overdue, lead, ...first } = messages.mails.buyerRequest;
  const { kind, at } = requestIn(deal);
  const asked = { company: deal.inquiry.company, moment: momentFor(mail, at) };
  if (reader.role === 'lead')
    return {
      subject: lead.subject[kind],
      title: lead.title,
      intro: lead.intro(asked),
      action: lead.action[kind],
    };
  const action = first.intro[kind];
  const isReminder = deal.passed.includes(deadlineKey('requestDue', [at]));
  return isReminder
    ? { subject: overdue.subject[kind], title: overdue.title, intro: overdue.intro(asked), action }
    : { subject: first.subject[kind], title: first.title[kind], intro: undefined, action };
}

function requestIn(deal: Deal) {
  if (!deal.request) throw new RangeError(`deal ${deal.dealId} has no request to write about`);
  return deal.request;
}
