import type { Deal } from '../deal/deal.ts';
import { discountOf, listTotalOf } from '../deal/negotiation/approval.ts';
import type { Amount } from '../deal/terms/money.ts';
import type { Terms } from '../deal/terms/terms.ts';
import { formatDiscount, formatMoney, formatPercent } from '../shared/i18n/format.ts';
import { given, type Row } from './blocks.ts';
import { type Asked, totalText } from './facts.ts';

type Figures = Pick<Asked, 'messages'> & {
  deal: Pick<Deal, 'policy'>;
  reader: Pick<Asked['reader'], 'language'>;
};

/** What an approver decides by, in mails and at the desk: each price beside its list price, each sum beside its limit. */
export function figureRows(asked: Figures, terms: Terms): Row[] {
  const { deal, messages, reader } = asked;
  const { labels, values } = messages.mails;
  const { language } = reader;
  const { amount, discountPercent, durationMonths } = deal.policy.approval;
  const money = (value: Amount) => formatMoney(value, { currency: terms.currency, language });
  const list = listTotalOf(terms);
  return given<Row>([
    [labels.total, totalText(asked, terms), values.limit(money(amount[terms.currency]))],
    list !== undefined && [labels.listPrice, money(list)],
    [
      labels.discount,
      formatDiscount(discountOf(terms), { language, words: values }),
      values.limit(formatPercent(discountPercent, language)),
    ],
    [labels.items, ...terms.dimensions.flatMap(dimension => priceLines(dimension, { ...asked, money }))],
    [labels.duration, values.duration(terms.durationMonths), values.limit(values.months(durationMonths))],
  ]);
}

function priceLines(
  { label, units, price, listPrice }: Terms['dimensions'][number],
  { messages, money }: Pick<Figures, 'messages'> & { money: (value: Amount) => string },
): string[] {
  const { item, listPriceEach, noListPrice } = messages.mails.values;
  return [
    item({ label, units, price: money(price) }),
    listPrice ? listPriceEach(money(listPrice)) : noListPrice,
  ];
}
