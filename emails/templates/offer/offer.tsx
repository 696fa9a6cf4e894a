import { signerOf } from '../../../deal/deal.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { formatDay } from '../../../shared/i18n/format.ts';
import { accountsText, agreedTerms, offerFacts, offerIn, totalText } from '../../facts.ts';
import { Button, Facts, Note } from '../../layout/blocks.tsx';
import { Heading, Link, List, Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine, listLines, section } from '../../layout/text.ts';
import { reviewUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** What a buyer needs to see and accept an offer (AWS managed policy reference, AWSMarketplaceManageSubscriptions). */
const policy = 'AWSMarketplaceManageSubscriptions';
const actions = [
  'aws-marketplace:ViewSubscriptions',
  'aws-marketplace:Subscribe',
  'aws-marketplace:ListPrivateListings',
];

/**
 * The mail that counts: AWS's own goes to the account's root user and is often not seen. It carries everything the
 * signer needs to accept without asking back, and to hand to an AWS administrator.
 */
export function offer(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor, offerPageUrl } = mail;
  const words = messages.mails.offer;
  const released = offerIn(deal);
  const terms = agreedTerms(deal);
  const accounts = accountsText(terms);
  const day = formatDay(released.expiresOn, reader.language);
  const facts = offerFacts(mail, { offer: released, terms });
  const steps = stepsToAccept(mail, terms);
  const older = deal.offers.filter(each => each.offerId !== released.offerId).at(-1);
  const { contact } = deal.inquiry;
  // The signer may never have heard of us.
  const asked = signerOf(deal).email === contact.email ? undefined : words.asked(contact.name);
  const replaces = older && words.replaces(older.offerId);
  const review = reviewUrl(vendor, deal);
  return {
    subject: words.subject({ product: shorten(terms.productTitle, 28), day }),
    title: words.title,
    preheader: words.preheader({ total: totalText(mail, terms), accounts }),
    html: (
      <>
        <Paragraph>{words.intro(terms.productTitle)}</Paragraph>
        {asked && <Paragraph>{asked}</Paragraph>}
        {replaces && <Note>{replaces}</Note>}
        <Button href={review}>{words.button}</Button>
        <Facts rows={facts} />
        <Heading>{words.stepsTitle}</Heading>
        <List ordered items={steps} />
        <Paragraph>
          {words.page} <Link href={offerPageUrl}>{words.pageLink}</Link>
        </Paragraph>
        <Heading>{words.notFoundTitle}</Heading>
        <Paragraph>{words.notFound(accounts)}</Paragraph>
        <Paragraph>{words.switchAccount}</Paragraph>
        <Heading>{words.permissionsTitle}</Heading>
        <Paragraph>{words.permissions(policy)}</Paragraph>
        <List items={actions} />
        <Paragraph>{words.administrator}</Paragraph>
        <Small>
          {messages.mails.linkFallback}
          <br />
          <Link href={review}>{review}</Link>
        </Small>
      </>
    ),
    text: [
      words.intro(terms.productTitle),
      asked,
      replaces,
      factLines(facts),
      linkLine(words.button, review),
      section(words.stepsTitle, listLines(steps, { ordered: true })),
      `${words.page}\n${offerPageUrl}`,
      section(words.notFoundTitle, words.notFound(accounts), words.switchAccount),
      section(words.permissionsTitle, words.permissions(policy), listLines(actions), words.administrator),
    ],
  };
}

/** What to press in AWS, in order. */
function stepsToAccept({ messages }: DealMail, terms: Terms): string[] {
  const { signIn, units, subscribe, setUp } = messages.mails.offer;
  const [only, ...others] = terms.dimensions;
  const setUnits = only && others.length === 0 ? units.one(only.units) : units.each(terms.dimensions);
  return [signIn(accountsText(terms)), setUnits, subscribe, setUp(terms.productTitle)];
}
