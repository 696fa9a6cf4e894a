import type { Language } from '../../../deal/people.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { memoize } from '../../../shared/memoize.ts';
import type { Sum } from '../../report/groups.ts';
import type { DeskContext } from '../desk-context.ts';

type Words = Pick<DeskContext, 'lang' | 'messages'>;

const monthIn = memoize(
  (language: Language, width: 'long' | 'short') =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-US', {
      year: 'numeric',
      month: width,
      timeZone: 'UTC',
    }),
);

/** `November 2026`, from `2026-11`. */
export const monthText = ({ lang }: Pick<DeskContext, 'lang'>, month: string) =>
  monthIn(lang, 'long').format(new Date(`${month}-01T00:00:00Z`));

/** 11, from `2026-11`. */
export const numberOf = (month: string) => Number(month.slice(5));

const hour = 3_600_000;
const oneDecimal = memoize(
  (language: Language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
);

/** A span in the unit in which one thinks of it: minutes, hours, days. */
export function spanText({ lang, messages }: Words, milliseconds: number): string {
  const { report } = messages.desk;
  const hours = milliseconds / hour;
  if (hours < 1) return report.minutes(String(Math.round(hours * 60)));
  const number = (value: number) => oneDecimal(lang).format(value);
  return hours < 48 ? report.hours(number(hours)) : report.days(number(hours / 24));
}

/** Sums in their currencies, or nothing. */
export const sumsText = ({ lang }: Pick<DeskContext, 'lang'>, sums: Sum[]): string =>
  sums.map(({ amount, currency }) => formatMoney(amount, { currency, language: lang })).join(' · ') || '–';
