import { signerOf } from '../../../deal/deal.ts';
import { agreedTerms, momentFor, offerFacts, offerIn } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The signer has not looked at the offer, for the owner, who can call. */
export function offerUnread(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.offerUnread;
  const { company } = deal.inquiry;
  const offer = offerIn(deal);
  const moment = momentFor(mail, offer.releasedAt);
  const { name: signer, email } = signerOf(deal);
  const intro = words.intro({ company, signer, email, moment });
  const contact = deal.inquiry.contact.email === email ? undefined : deal.inquiry.contact.name;
  const hint = words.hint({ signer, ...(contact && { contact }) });
  const facts = offerFacts(mail, { offer, terms: agreedTerms(deal) });
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject(shorten(company, 32)),
    title: words.title,
    preheader: words.preheader(moment),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{hint}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [intro, hint, linkLine(openDeal, url), factLines(facts)],
  };
}
