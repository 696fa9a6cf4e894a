import { signerOf } from '../../../deal/deal.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { formatDay } from '../../../shared/i18n/format.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, rows } from '../../blocks.ts';
import { agreedTerms, momentFor, offerIn } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows } from '../../rows.ts';
import { dealPage, openDealPage, reviewOffer } from './review.ts';

/** The offer runs longer now: for the signer, and for whoever asked for it. */
export function offerExtended(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const words = messages.mails.offerExtended;
  const { expiresOn } = offerIn(deal);
  const product = agreedTerms(deal).productTitle;
  const moment = momentFor(mail, lastMomentOf(expiresOn));
  const signer = signerOf(deal).name;
  const isContact = reader.role === 'contact';
  return {
    subject: words.subject({ product: shorten(product, 26), day: formatDay(expiresOn, reader.language) }),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(
        isContact
          ? messages.mails.offerForContact.extended({ product, moment, signer })
          : words.intro({ product, moment }),
      ),
      isContact ? openDealPage(mail) : reviewOffer(mail),
      rows(offerRows(mail)),
      !isContact && dealPage(mail),
    ],
  };
}
