import { hour } from '../../../deal/calendar/moments.ts';
import { formatMoney, formatMonth, formatTenths } from '../../../shared/i18n/format.ts';
import type { Sum } from '../../report/groups.ts';
import type { DeskContext } from '../desk-context.ts';

type Words = Pick<DeskContext, 'lang' | 'messages'>;

/** `November 2026`, from `2026-11`. */
export const monthText = ({ lang }: Pick<DeskContext, 'lang'>, month: string) => formatMonth(month, lang);

/** 11, from `2026-11`. */
export const numberOf = (month: string) => Number(month.slice(5));

/** A span in the unit in which one thinks of it: minutes, hours, days. */
export function spanText({ lang, messages }: Words, milliseconds: number): string {
  const { report } = messages.desk;
  const hours = milliseconds / hour;
  if (hours < 1) return report.minutes(String(Math.round(hours * 60)));
  const number = (value: number) => formatTenths(value, lang);
  return hours < 48 ? report.hours(number(hours)) : report.days(number(hours / 24));
}

/** Sums in their currencies, or nothing. */
export const sumsText = ({ lang }: Pick<DeskContext, 'lang'>, sums: Sum[]): string =>
  sums.map(({ amount, currency }) => formatMoney(amount, { currency, language: lang })).join(' · ') || '–';
