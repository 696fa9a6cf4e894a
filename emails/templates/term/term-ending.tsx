import { agreementIn, dayFor, hoursUntil, productText, saleFacts, signerFact } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Link, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The term is over soon, or renews by itself: the signer decides what comes next, the owner looks after it. */
export function termEnding(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forSigner(mail);
}

function forSigner(mail: DealMail): MailContent {
  const { messages, vendor } = mail;
  const { how, hours, day } = endOf(mail);
  const words = messages.mails.termEnding.signer[how];
  const product = productText(mail);
  const intro = words.intro({ product, day });
  const facts = saleFacts(mail);
  const { manage } = messages.mails.setUpReminder;
  return {
    subject: words.subject({ product: shorten(product, 28), hours }),
    title: words.title(hours),
    preheader: words.next,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{words.next}</Paragraph>
        {how === 'renews' && (
          <Paragraph>
            <Link href={vendor.manageUrl}>{manage}</Link>
          </Paragraph>
        )}
        <Facts rows={facts} />
      </>
    ),
    text: [
      intro,
      words.next,
      how === 'renews' ? linkLine(manage, vendor.manageUrl) : undefined,
      factLines(facts),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const { how, hours, day } = endOf(mail);
  const words = messages.mails.termEnding.owner[how];
  const { company } = deal.inquiry;
  const intro = words.intro({ company, day });
  const facts = [...saleFacts(mail), signerFact(mail)];
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 24), product: shorten(productText(mail), 24), hours }),
    title: words.title(hours),
    preheader: words.next,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{words.next}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [intro, words.next, linkLine(openDeal, url), factLines(facts)],
  };
}

function endOf(mail: DealMail) {
  const { endsAt } = agreementIn(mail.deal);
  if (!endsAt) throw new RangeError(`the agreement of deal ${mail.deal.dealId} has no end to write about`);
  return {
    how: mail.deal.accepted?.autoRenews ? ('renews' as const) : ('ends' as const),
    hours: hoursUntil(mail, endsAt),
    day: dayFor(mail, endsAt),
  };
}
