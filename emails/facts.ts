import type { Agreement, Offer } from '../deal/deal.ts';
import { currentOffer, type Deal, termsInForce, termsOf } from '../deal/deal.ts';
import { type Difference, differencesBetween } from '../deal/terms/differences.ts';
import { type Terms, totalOf } from '../deal/terms/terms.ts';
import { formatDay, formatMoment, formatMoney } from '../shared/i18n/format.ts';
import type { Messages } from '../shared/i18n/messages.ts';
import { shorten } from '../shared/plain-text.ts';
import type { DealMail } from './mail.ts';
import type { MailReader } from './reader.ts';

/** All that dates and amounts depend on. */
export type Asked = { reader: Pick<MailReader, 'language' | 'timeZone'>; messages: Messages };

/** A moment in the reader's time zone and in UTC; once, where both clocks show the same. */
export function momentLines({ reader }: Pick<Asked, 'reader'>, iso: string): string[] {
  const { language, timeZone } = reader;
  const local = formatMoment(iso, { language, timeZone });
  const utc = formatMoment(iso, { language, timeZone: 'UTC' });
  return withoutZone(local) === withoutZone(utc) ? [utc] : [local, utc];
}

const withoutZone = (moment: string) => moment.replace(/ \S+$/, '');

/** The same within a sentence. */
export function momentFor(asked: Asked, iso: string): string {
  const [local = '', utc] = momentLines(asked, iso);
  return utc === undefined ? local : asked.messages.mails.moment({ local, utc });
}

/** The calendar day of a moment where the reader is. */
export function dayFor({ reader }: Asked, iso: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: reader.timeZone }).format(new Date(iso));
  return formatDay(day, reader.language);
}

/** The offer the mail is about: the buyer's present one, else the last there was. */
export function offerIn(deal: Deal): Offer {
  const offer = currentOffer(deal) ?? deal.offers.at(-1);
  if (!offer) throw new RangeError(`deal ${deal.dealId} has no offer to write about`);
  return offer;
}

/** The terms of a deal that has an offer or an agreement. Throws a RangeError when it has none. */
export function agreedTerms(deal: Deal): Terms {
  const terms = termsInForce(deal)?.terms;
  if (!terms) throw new RangeError(`deal ${deal.dealId} has no terms to write about`);
  return terms;
}

export function totalText({ reader }: { reader: Pick<MailReader, 'language'> }, terms: Terms): string {
  return formatMoney(totalOf(terms), { currency: terms.currency, language: reader.language });
}

export const accountsText = (terms: Terms) => terms.buyerAwsAccountIds.join(', ');

/** The product's name as the buyer knows it, or the selling company's before anything was proposed. */
export function productText({ deal, vendor }: DealMail): string {
  return termsInForce(deal)?.terms.productTitle ?? vendor.name;
}

/** What a mail is about, short enough for its subject. Before anything was proposed there is no product. */
export function aboutText({ deal, vendor }: DealMail): { product?: string; vendor: string } {
  const product = termsInForce(deal)?.terms.productTitle;
  return { vendor: shorten(vendor.name, 28), ...(product && { product: shorten(product, 28) }) };
}

/** From when until when an agreement runs, in the reader's days. */
export function termText(asked: Asked, agreement: Agreement): string {
  const { values } = asked.messages.mails;
  const start = dayFor(asked, agreement.startsAt);
  return agreement.endsAt
    ? values.period({ start, end: dayFor(asked, agreement.endsAt) })
    : values.openEnd(start);
}

/** Hours from the moment of the mail to another; none when it has passed. */
export function hoursUntil({ now }: DealMail, moment: string): number {
  return Math.max(0, (Date.parse(moment) - Date.parse(now)) / 3_600_000);
}

/** In what the buyer has accepted something else than was agreed. */
export function differenceLines(mail: DealMail): string[] {
  const { accepted } = mail.deal;
  const { difference, parts } = mail.messages.mails.accepted;
  const terms = agreedTerms(mail.deal);
  const { language } = mail.reader;
  const shown = (part: Difference['part'], value: string) => {
    if (part === 'term') return formatDay(value, language);
    return part === 'total' ? formatMoney(value, { currency: terms.currency, language }) : value;
  };
  return (accepted ? differencesBetween(terms, accepted) : []).map(({ part, agreed, accepted: other }) =>
    difference({ part: parts[part], agreed: shown(part, agreed), accepted: shown(part, other) }),
  );
}

/** The approval a mail is about, with the terms it was asked for. */
export function approvalIn(deal: Deal) {
  if (!deal.approval) throw new RangeError(`deal ${deal.dealId} has no approval to write about`);
  return { approval: deal.approval, terms: termsOf(deal, deal.approval.version).terms };
}

export function withdrawnOffer(deal: Deal): Offer {
  return deal.offers.findLast(offer => offer.state === 'withdrawn') ?? offerIn(deal);
}

export const agreementIn = (deal: Deal) => present(deal, 'agreement');
export const linkIn = (deal: Deal) => present(deal, 'link');
export const unlinkedIn = (deal: Deal) => present(deal, 'unlinked');
export const registrationIn = (deal: Deal) => present(deal, 'registration');

function present<K extends keyof Deal>(deal: Deal, part: K): NonNullable<Deal[K]> {
  const value = deal[part];
  if (value === undefined || value === null)
    throw new RangeError(`deal ${deal.dealId} has no ${part} to write about`);
  return value;
}
