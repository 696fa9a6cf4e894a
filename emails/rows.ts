import { signerOf } from '../deal/deal.ts';
import { answerDueAt } from '../deal/negotiation/deadlines.ts';
import { lastMomentOf, type Terms } from '../deal/terms/terms.ts';
import { formatDay, formatMoney } from '../shared/i18n/format.ts';
import { given, type Row } from './blocks.ts';
import {
  type Asked,
  agreedTerms,
  agreementIn,
  linkIn,
  momentLines,
  offerIn,
  productText,
  termText,
  totalText,
} from './facts.ts';
import type { DealMail } from './mail.ts';

/** What is bought, for how much, how long, and by which account. */
export function termsRows(asked: Asked, terms: Terms): Row[] {
  const { labels, values } = asked.messages.mails;
  return [
    [labels.product, terms.productTitle],
    [labels.items, ...itemLines(asked, terms)],
    [labels.total, totalText(asked, terms)],
    [labels.payments, ...paymentLines(asked, terms)],
    [labels.duration, values.duration(terms.durationMonths)],
    [labels.accounts, ...terms.buyerAwsAccountIds],
    [labels.eula, terms.eula.type === 'standard' ? values.standardEula : terms.eula.url],
  ];
}

function itemLines({ reader, messages }: Asked, terms: Terms): string[] {
  const money = { currency: terms.currency, language: reader.language };
  return terms.dimensions.map(({ label, units, price }) =>
    messages.mails.values.item({ label, units, price: formatMoney(price, money) }),
  );
}

function paymentLines({ reader, messages }: Asked, terms: Terms): string[] {
  const { language } = reader;
  if (terms.paymentSchedule.length === 0) return [messages.mails.values.paidAtOnce];
  return terms.paymentSchedule.map(({ chargeDate, amount }) =>
    messages.mails.values.payment({
      day: formatDay(chargeDate, language),
      amount: formatMoney(amount, { currency: terms.currency, language }),
    }),
  );
}

/** The terms with the offer's own id and last moment. */
export function offerRows(mail: DealMail): Row[] {
  const { labels } = mail.messages.mails;
  const { expiresOn, offerId } = offerIn(mail.deal);
  return [
    [labels.expires, ...momentLines(mail, lastMomentOf(expiresOn))],
    ...termsRows(mail, agreedTerms(mail.deal)),
    [labels.offerId, offerId],
  ];
}

export function inquiryRows(mail: DealMail): Row[] {
  const { labels, values } = mail.messages.mails;
  const { company, contact, awsAccountId } = mail.deal.inquiry;
  return [
    [labels.company, company],
    [labels.contact, contact.name],
    [labels.email, contact.email],
    [labels.accounts, awsAccountId ?? values.unknown],
    [labels.answerBy, ...momentLines(mail, answerDueAt(mail.deal))],
  ];
}

/** Who must accept, as the deal knows it now. */
export function signerRow({ deal, messages }: DealMail, signer = signerOf(deal)): Row {
  return [messages.mails.labels.signer, messages.mails.values.person(signer)];
}

/** What AWS has an agreement of, and who was to accept it. */
export function acceptanceRows(mail: DealMail): Row[] {
  const { labels } = mail.messages.mails;
  const agreement = agreementIn(mail.deal);
  return [
    [labels.agreementId, agreement.agreementId],
    [labels.billedAccount, agreement.awsAccountId],
    [labels.acceptedAt, ...momentLines(mail, agreement.acceptedAt)],
    signerRow(mail),
    ...termsRows(mail, agreedTerms(mail.deal)),
  ];
}

/** What was set up, for whom, until when, and who pays. */
export function linkRows(mail: DealMail): Row[] {
  const { labels, values } = mail.messages.mails;
  const { organizationName, user, moved } = linkIn(mail.deal);
  const agreement = agreementIn(mail.deal);
  const terms = agreedTerms(mail.deal);
  return given<Row>([
    [labels.organization, organizationName],
    [labels.product, terms.productTitle],
    [labels.agreementId, agreement.agreementId],
    [labels.billedAccount, agreement.awsAccountId],
    [labels.term, termText(mail, agreement)],
    [labels.amount, totalText(mail, terms)],
    [labels.payments, ...paymentLines(mail, terms)],
    !moved && [labels.setUpBy, values.person(user)],
  ]);
}

/** What was bought, by whom and until when, as far as it came. */
export function saleRows(mail: DealMail): Row[] {
  const { labels } = mail.messages.mails;
  const { agreement, link } = mail.deal;
  return given<Row>([
    link && [labels.organization, link.organizationName],
    [labels.product, productText(mail)],
    agreement && [labels.agreementId, agreement.agreementId],
    agreement && [labels.billedAccount, agreement.awsAccountId],
    agreement && [labels.term, termText(mail, agreement)],
  ]);
}
