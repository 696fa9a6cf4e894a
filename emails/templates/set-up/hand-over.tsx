import type { Fact } from '../../facts.ts';
import { productText, registrationIn } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Heading, List, Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine, listLines, section } from '../../layout/text.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The set-up goes to a colleague who may decide which organization is billed. */
export function handOver(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const words = messages.mails.handOver;
  const { labels } = messages.mails;
  const { company } = deal.inquiry;
  const product = productText(mail);
  const { setupSessionId, awsAccountId } = registrationIn(deal);
  const steps = words.steps(reader.email);
  const url = setUpUrl(vendor, setupSessionId);
  const facts: Fact[] = [
    [labels.company, company],
    [labels.product, product],
    [labels.billedAccount, awsAccountId],
  ];
  return {
    subject: words.subject({ product: shorten(product, 22), company: shorten(company, 22) }),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    html: (
      <>
        <Paragraph>{words.intro({ product, company })}</Paragraph>
        <Facts rows={facts} />
        <Heading>{words.stepsTitle}</Heading>
        <List ordered items={steps} />
        <Button href={url}>{words.button}</Button>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [
      words.intro({ product, company }),
      factLines(facts),
      section(words.stepsTitle, listLines(steps, { ordered: true })),
      linkLine(words.button, url),
      words.notYou,
    ],
  };
}
