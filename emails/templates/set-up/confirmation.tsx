import { linkFacts, linkIn, productText } from '../../facts.ts';
import { Button, Facts, Note } from '../../layout/blocks.tsx';
import { Heading, Link, List, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, listLines, section } from '../../layout/text.ts';
import { billingUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** Everything is set up: the confirmation AWS asks sellers for, with clear next steps. For the user, and the signer. */
export function confirmation(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const words = messages.mails.confirmation;
  const link = linkIn(deal);
  const product = productText(mail);
  const role = reader.role === 'user' ? 'user' : 'signer';
  const intro = words.intro[role]({ organization: link.organizationName, product, user: link.user.name });
  const facts = linkFacts(mail);
  const steps = words.steps(product);
  const billing = billingUrl(vendor, link.organizationId);
  return {
    subject: words.subject(shorten(product, 32)),
    title: words.title,
    preheader: words.preheader(link.organizationName),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Facts rows={facts} />
        {role === 'user' && <Heading>{words.stepsTitle}</Heading>}
        {role === 'user' && <List ordered items={steps} />}
        <Button href={vendor.consoleUrl}>{words.button(product)}</Button>
        <Paragraph>
          <Link href={billing}>{words.billing}</Link>
        </Paragraph>
        <Note>{words.invoices(product)}</Note>
        <Paragraph>{words.keep}</Paragraph>
      </>
    ),
    text: [
      intro,
      factLines(facts),
      role === 'user' ? section(words.stepsTitle, listLines(steps, { ordered: true })) : undefined,
      linkLine(words.button(product), vendor.consoleUrl),
      linkLine(words.billing, billing),
      words.invoices(product),
      words.keep,
    ],
  };
}
