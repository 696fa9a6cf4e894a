import { discountOf, listTotalOf } from '../../../deal/negotiation/approval.ts';
import type { Amount } from '../../../deal/terms/money.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { formatMoney, formatPercent } from '../../../shared/i18n/format.ts';
import { given, type Row } from '../../blocks.ts';
import { approvalIn, totalText } from '../../facts.ts';
import type { DealMail } from '../../mail.ts';
import { termsRows } from '../../rows.ts';

/** What an approver decides by: the figures, each beside its limit, and then the other terms. */
export function approvalRows(mail: DealMail): Row[] {
  const { terms } = approvalIn(mail.deal);
  const figures = figureRows(mail, terms);
  const shown = figures.map(([label]) => label);
  return [...figures, ...termsRows(mail, terms).filter(([label]) => !shown.includes(label))];
}

function figureRows(mail: DealMail, terms: Terms): Row[] {
  const { labels, values } = mail.messages.mails;
  const { language } = mail.reader;
  const { amount, discountPercent, durationMonths } = mail.deal.policy.approval;
  const money = (value: Amount) => formatMoney(value, { currency: terms.currency, language });
  const list = listTotalOf(terms);
  const discount = discountOf(terms);
  return given<Row>([
    [labels.total, totalText(mail, terms), values.limit(money(amount[terms.currency]))],
    list !== undefined && [labels.listPrice, money(list)],
    [
      labels.discount,
      discount === undefined ? values.discountUnknown : formatPercent(discount, language),
      values.limit(formatPercent(discountPercent, language)),
    ],
    [labels.duration, values.duration(terms.durationMonths), values.limit(values.months(durationMonths))],
  ]);
}
