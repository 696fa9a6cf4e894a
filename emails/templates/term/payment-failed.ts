import { signerOf, termsInForce } from '../../../deal/deal.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { list, paragraph, rows, section } from '../../blocks.ts';
import { agreementIn, productText } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows, signerRow } from '../../rows.ts';

/** AWS has taken the agreement back because it was not paid: for everybody on the buyer's side, with the cure, and the owner. */
export function paymentFailed(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forBuyer(mail);
}

function forBuyer(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const words = messages.mails.paymentFailed.buyer;
  const product = productText(mail);
  const intro = words.intro[reader.role === 'signer' ? 'signer' : 'other'];
  return {
    subject: words.subject(shorten(product, 32)),
    title: words.title,
    preheader: words.next,
    body: [
      paragraph(intro({ product, signer: signerOf(deal).name })),
      paragraph(words.effect(product)),
      section(words.causesTitle, list(causes(mail))),
      paragraph(words.next),
      rows(saleRows(mail)),
    ],
  };
}

/** What usually keeps AWS from collecting a payment. */
function causes({ deal, messages }: DealMail): string[] {
  const { method, region, currency } = messages.mails.paymentFailed.buyer.causes;
  const terms = termsInForce(deal)?.terms;
  const lines = [method(agreementIn(deal).awsAccountId), region, terms && currency(terms.currency)];
  return lines.filter(line => line !== undefined);
}

function forOwner(mail: DealMail): MailContent {
  const words = mail.messages.mails.paymentFailed.owner;
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: words.next,
    body: [
      paragraph(words.intro(mail.deal.inquiry.company)),
      paragraph(words.effect),
      paragraph(words.next),
      openDeal(mail),
      rows([...saleRows(mail), signerRow(mail)]),
    ],
  };
}
