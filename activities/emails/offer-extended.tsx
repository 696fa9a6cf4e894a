import { lastMomentOf } from '../../shared/deal/terms.ts';
import { formatDay } from '../../shared/i18n/format.ts';
import { Button, Facts } from './blocks.tsx';
import { agreedTerms, momentFor, offerFacts, offerIn } from './facts.ts';
import { reviewUrl } from './links.ts';
import type { DealMail, MailContent } from './mail.ts';
import { Link, Paragraph } from './parts.tsx';
import { shorten } from './reader.ts';
import { factLines, linkLine } from './text.ts';

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
  const review = reviewUrl(vendor, extended.offerId);
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
