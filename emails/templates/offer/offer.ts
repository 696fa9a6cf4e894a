import { signerOf } from '../../../deal/deal.ts';
import { formatDay } from '../../../shared/i18n/format.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { address, list, note, paragraph, rows, section, steps } from '../../blocks.ts';
import { accountsText, agreedTerms, offerIn, totalText } from '../../facts.ts';
import { reviewUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows, signerRow } from '../../rows.ts';
import { dealPage, ifNotFound, openDealPage, reviewOffer } from './review.ts';

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
  return mail.reader.role === 'contact' ? forContact(mail) : forSigner(mail);
}

function forSigner(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const words = messages.mails.offer;
  const { offerId, expiresOn } = offerIn(deal);
  const terms = agreedTerms(deal);
  const older = deal.offers.filter(each => each.offerId !== offerId).at(-1);
  const { contact } = deal.inquiry;
  // The signer may never have heard of us.
  const isAskedByOther = signerOf(deal).email !== contact.email;
  return {
    subject: words.subject({
      product: shorten(terms.productTitle, 28),
      day: formatDay(expiresOn, reader.language),
    }),
    title: words.title,
    preheader: words.preheader({ total: totalText(mail, terms), accounts: accountsText(terms) }),
    body: [
      paragraph(words.intro(terms.productTitle)),
      isAskedByOther && paragraph(words.asked(contact.name)),
      older && note(words.replaces(older.offerId)),
      reviewOffer(mail),
      rows(offerRows(mail)),
      section(words.stepsTitle, steps(stepsToAccept(mail))),
      dealPage(mail),
      ifNotFound(mail),
      permissions(mail),
      address(messages.mails.linkFallback, reviewUrl(vendor, deal)),
    ],
  };
}

/** Whoever asked for it follows it on the same page. */
function forContact(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const words = messages.mails.offerForContact;
  const terms = agreedTerms(deal);
  const product = terms.productTitle;
  const signer = signerOf(deal).name;
  const day = formatDay(offerIn(deal).expiresOn, reader.language);
  return {
    subject: words.subject({ product: shorten(product, 24), day }),
    title: words.title,
    preheader: messages.mails.offer.preheader({
      total: totalText(mail, terms),
      accounts: accountsText(terms),
    }),
    body: [
      paragraph(words.intro({ product, signer })),
      paragraph(words.page(signer)),
      openDealPage(mail),
      rows([signerRow(mail), ...offerRows(mail)]),
    ],
  };
}

/** What to press in AWS, in order. */
function stepsToAccept({ deal, messages }: DealMail): string[] {
  const { signIn, units, subscribe, setUp } = messages.mails.offer;
  const terms = agreedTerms(deal);
  const [only, ...others] = terms.dimensions;
  const setUnits = only && others.length === 0 ? units.one(only.units) : units.each(terms.dimensions);
  return [signIn(accountsText(terms)), setUnits, subscribe, setUp(terms.productTitle)];
}

function permissions({ messages }: DealMail) {
  const { permissionsTitle, permissions, administrator } = messages.mails.offer;
  return section(permissionsTitle, paragraph(permissions(policy)), list(actions), paragraph(administrator));
}
