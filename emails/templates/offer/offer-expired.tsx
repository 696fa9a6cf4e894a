import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { agreedTerms, momentFor, offerFacts, offerIn, signerFact } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

const day = 86_400_000;

/** Nobody accepted in time, for the owner. */
export function offerExpired(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.offerExpired;
  const expired = offerIn(deal);
  const terms = agreedTerms(deal);
  const end = lastMomentOf(expired.expiresOn);
  const closes = new Date(Date.parse(end) + deal.policy.reviveWithinDays * day).toISOString();
  const facts = [signerFact(mail), ...offerFacts(mail, { offer: expired, terms })];
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({
      company: shorten(deal.inquiry.company, 32),
      product: shorten(terms.productTitle, 28),
    }),
    title: words.title,
    preheader: words.preheader,
    html: (
      <>
        <Paragraph>{words.intro(momentFor(mail, end))}</Paragraph>
        <Paragraph>{words.revive(momentFor(mail, closes))}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [
      words.intro(momentFor(mail, end)),
      words.revive(momentFor(mail, closes)),
      linkLine(openDeal, url),
      factLines(facts),
    ],
  };
}
