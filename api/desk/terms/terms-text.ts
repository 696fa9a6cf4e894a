import { discountOf } from '../../../deal/negotiation/approval.ts';
import { currencies } from '../../../deal/terms/money.ts';
import type { ListPrices } from '../../../deal/terms/products.ts';
import { type Terms, totalOf } from '../../../deal/terms/terms.ts';
import { formatDay, formatDiscount, formatMoney } from '../../../shared/i18n/format.ts';
import type { PageContext } from '../../ui/pages/page-context.ts';

type Wording = Pick<PageContext, 'lang' | 'messages'>;

/** One part of the terms in words, a line each. */
const texts: { [P in keyof Terms]: (terms: Terms, reader: Wording) => string[] } = {
  productId: terms => [terms.productId],
  productTitle: terms => [terms.productTitle],
  currency: terms => [terms.currency],
  durationMonths: (terms, { messages }) => [messages.desk.terms.months(terms.durationMonths)],
  buyerAwsAccountIds: terms => terms.buyerAwsAccountIds,
  offerExpiresOn: (terms, { lang }) => [formatDay(terms.offerExpiresOn, lang)],
  eula: (terms, { messages }) =>
    terms.eula.type === 'standard'
      ? [messages.desk.terms.eulaStandard]
      : [messages.ui.labelled(messages.desk.terms.eulaCustom, terms.eula.url)],
  signer: ({ signer }, { messages }) => [
    signer.name,
    signer.email,
    messages.desk.deal.writesIn({
      language: messages.ui.languages[signer.language],
      timeZone: signer.timeZone,
    }),
  ],
  dimensions: (terms, { lang, messages }) =>
    terms.dimensions.map(({ label, units, price }) =>
      messages.desk.terms.dimensionLine({ label, units, price: moneyText(price, terms, lang) }),
    ),
  paymentSchedule: (terms, { lang, messages }) =>
    terms.paymentSchedule.length === 0
      ? [messages.desk.terms.atAcceptance]
      : terms.paymentSchedule.map(({ chargeDate, amount }) =>
          messages.desk.terms.paymentLine({
            day: formatDay(chargeDate, lang),
            amount: moneyText(amount, terms, lang),
          }),
        ),
};

export function partText(part: keyof Terms, { terms, reader }: { terms: Terms; reader: Wording }): string[] {
  return texts[part](terms, reader);
}

/** The parts of the terms in the order people read them. */
export const readingOrder: readonly (keyof Terms)[] = [
  'productTitle',
  'dimensions',
  'durationMonths',
  'paymentSchedule',
  'buyerAwsAccountIds',
  'offerExpiresOn',
  'signer',
  'eula',
];

export function totalText(terms: Terms, { lang }: Wording): string {
  return moneyText(totalOf(terms), terms, lang);
}

export function discountText(terms: Terms, { lang, messages }: Wording): string {
  return formatDiscount(discountOf(terms), { language: lang, words: messages.desk.terms });
}

/** What one unit costs without a discount, in each currency that has a list price. */
export function listPricesText({ listPrices = {} }: { listPrices?: ListPrices }, reader: Wording): string {
  const { listPrice, noListPrice } = reader.messages.desk.terms;
  const prices = currencies.flatMap(currency => {
    const amount = listPrices[currency];
    return amount === undefined ? [] : [formatMoney(amount, { currency, language: reader.lang })];
  });
  return prices.length > 0 ? reader.messages.ui.labelled(listPrice, prices.join(' · ')) : noListPrice;
}

const moneyText = (amount: string, { currency }: Terms, language: Wording['lang']) =>
  formatMoney(amount, { currency, language });
