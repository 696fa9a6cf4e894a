import { agreementIn, dayFor, productText } from '../../facts.ts';
import { Button } from '../../layout/blocks.tsx';
import { Heading, Link, List, Paragraph } from '../../layout/parts.tsx';
import { linkLine, listLines, section } from '../../layout/text.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** Accepted but not linked, for the signer: the exact way back, whether he never came or left half-way. */
export function setUpReminder(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const { manage, resume, preheader, stepsTitle, steps, forward, ...reasons } = messages.mails.setUpReminder;
  const agreement = agreementIn(deal);
  const product = productText(mail);
  const session = deal.registration?.setupSessionId;
  const why = session ? 'left' : 'absent';
  const words = reasons[why];
  const intro = words.intro({ product, day: dayFor(mail, agreement.acceptedAt) });
  const wayBack = steps({ account: agreement.awsAccountId, product });
  const first = session
    ? { label: resume, url: setUpUrl(vendor, session) }
    : { label: manage, url: vendor.manageUrl };
  return {
    subject: words.subject(shorten(product, 32)),
    title: words.title,
    preheader,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Button href={first.url}>{first.label}</Button>
        <Heading>{stepsTitle[why]}</Heading>
        <List ordered items={wayBack} />
        {session && (
          <Paragraph>
            <Link href={vendor.manageUrl}>{manage}</Link>
          </Paragraph>
        )}
        <Paragraph>{forward}</Paragraph>
      </>
    ),
    text: [
      intro,
      linkLine(first.label, first.url),
      section(stepsTitle[why], listLines(wayBack, { ordered: true })),
      session && linkLine(manage, vendor.manageUrl),
      forward,
    ],
  };
}
