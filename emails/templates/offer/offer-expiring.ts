import { signerOf } from '../../../deal/deal.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, rows } from '../../blocks.ts';
import { agreedTerms, hoursUntil, momentFor, offerIn, totalText } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows } from '../../rows.ts';
import { dealPage, ifNotFound, openDealPage, reviewOffer } from './review.ts';

/** The offer ends soon: the signer is asked to accept, whoever started the purchase to look after it. */
export function offerExpiring(mail: DealMail): MailContent {
  return mail.reader.role === 'signer' ? forSigner(mail) : forContact(mail);
}

function forSigner(mail: DealMail): MailContent {
  const words = mail.messages.mails.offerExpiring.signer;
  const { hours, product, moment, preheader } = endOf(mail);
  return {
    subject: words.subject({ hours, product: shorten(product, 28) }),
    title: words.title(hours),
    preheader,
    body: [
      paragraph(words.intro({ product, moment })),
      reviewOffer(mail),
      dealPage(mail, words.more),
      rows(offerRows(mail)),
      ifNotFound(mail),
    ],
  };
}

function forContact(mail: DealMail): MailContent {
  const words = mail.messages.mails.offerExpiring.contact;
  const { hours, product, moment, preheader } = endOf(mail);
  const signer = signerOf(mail.deal).name;
  return {
    subject: words.subject({ hours, product: shorten(product, 28) }),
    title: words.title(hours),
    preheader,
    body: [
      paragraph(words.intro({ product, moment, signer })),
      paragraph(words.ask(signer)),
      openDealPage(mail),
      rows(offerRows(mail)),
    ],
  };
}

function endOf(mail: DealMail) {
  const terms = agreedTerms(mail.deal);
  const end = lastMomentOf(offerIn(mail.deal).expiresOn);
  const moment = momentFor(mail, end);
  return {
    product: terms.productTitle,
    moment,
    hours: hoursUntil(mail, end),
    preheader: mail.messages.mails.offerExpiring.preheader({ total: totalText(mail, terms), moment }),
  };
}
