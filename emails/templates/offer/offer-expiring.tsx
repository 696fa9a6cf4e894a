import { signerOf } from '../../../deal/deal.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import {
  accountsText,
  agreedTerms,
  hoursUntil,
  momentFor,
  offerFacts,
  offerIn,
  totalText,
} from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Heading, Link, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, section } from '../../layout/text.ts';
import { reviewUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The offer ends soon: the signer is asked to accept, whoever started the purchase to look after it. */
export function offerExpiring(mail: DealMail): MailContent {
  return mail.reader.role === 'signer' ? forSigner(mail) : forContact(mail);
}

function forSigner(mail: DealMail): MailContent {
  const { deal, messages, vendor, offerPageUrl } = mail;
  const words = messages.mails.offerExpiring.signer;
  const { button, pageLink, notFoundTitle, notFound, switchAccount } = messages.mails.offer;
  const { hours, terms, moment, facts, preheader } = endOf(mail);
  const product = terms.productTitle;
  const accounts = accountsText(terms);
  const review = reviewUrl(vendor, deal);
  return {
    subject: words.subject({ hours, product: shorten(product, 28) }),
    title: words.title(hours),
    preheader,
    html: (
      <>
        <Paragraph>{words.intro({ product, moment })}</Paragraph>
        <Button href={review}>{button}</Button>
        <Paragraph>
          {words.more} <Link href={offerPageUrl}>{pageLink}</Link>
        </Paragraph>
        <Facts rows={facts} />
        <Heading>{notFoundTitle}</Heading>
        <Paragraph>{notFound(accounts)}</Paragraph>
        <Paragraph>{switchAccount}</Paragraph>
      </>
    ),
    text: [
      words.intro({ product, moment }),
      linkLine(button, review),
      `${words.more}\n${offerPageUrl}`,
      factLines(facts),
      section(notFoundTitle, notFound(accounts), switchAccount),
    ],
  };
}

function forContact(mail: DealMail): MailContent {
  const { deal, messages, offerPageUrl } = mail;
  const words = messages.mails.offerExpiring.contact;
  const { hours, terms, moment, facts, preheader } = endOf(mail);
  const product = terms.productTitle;
  const signer = signerOf(deal).name;
  const intro = words.intro({ product, moment, signer });
  return {
    subject: words.subject({ hours, product: shorten(product, 28) }),
    title: words.title(hours),
    preheader,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{words.ask(signer)}</Paragraph>
        <Button href={offerPageUrl}>{words.button}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [intro, words.ask(signer), linkLine(words.button, offerPageUrl), factLines(facts)],
  };
}

function endOf(mail: DealMail) {
  const ending = offerIn(mail.deal);
  const terms = agreedTerms(mail.deal);
  const end = lastMomentOf(ending.expiresOn);
  const moment = momentFor(mail, end);
  return {
    terms,
    moment,
    hours: hoursUntil(mail, end),
    facts: offerFacts(mail, { offer: ending, terms }),
    preheader: mail.messages.mails.offerExpiring.preheader({ total: totalText(mail, terms), moment }),
  };
}
