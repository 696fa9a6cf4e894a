import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { formatDay } from '../../../shared/i18n/format.ts';
import { agreedTerms, momentFor, offerFacts, offerIn } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Link, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { reviewUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The offer runs longer now, for the signer. */
export function offerExtended(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor, offerPageUrl } = mail;
  const words = messages.mails.offerExtended;
  const { button, page, pageLink } = messages.mails.offer;
  const extended = offerIn(deal);
  const terms = agreedTerms(deal);
  const product = terms.productTitle;
  const intro = words.intro({ product, moment: momentFor(mail, lastMomentOf(extended.expiresOn)) });
  const facts = offerFacts(mail, { offer: extended, terms });
  const review = reviewUrl(vendor, deal);
  return {
    subject: words.subject({
      product: shorten(product, 26),
      day: formatDay(extended.expiresOn, reader.language),
    }),
    title: words.title,
    preheader: words.preheader,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Button href={review}>{button}</Button>
        <Facts rows={facts} />
        <Paragraph>
          {page} <Link href={offerPageUrl}>{pageLink}</Link>
        </Paragraph>
      </>
    ),
    text: [intro, linkLine(button, review), factLines(facts), `${page}\n${offerPageUrl}`],
  };
}
