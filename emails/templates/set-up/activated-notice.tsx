import { linkFacts, linkIn, productText } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The buyer is set up and billed through AWS, for the owner. */
export function activatedNotice(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.activatedNotice;
  const { company } = deal.inquiry;
  const organization = linkIn(deal).organizationName;
  const intro = words.intro({ company, organization });
  const facts = linkFacts(mail);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 32), product: shorten(productText(mail), 28) }),
    title: words.title,
    preheader: words.preheader(organization),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Facts rows={facts} />
        <Button href={url}>{openDeal}</Button>
      </>
    ),
    text: [intro, factLines(facts), linkLine(openDeal, url)],
  };
}
