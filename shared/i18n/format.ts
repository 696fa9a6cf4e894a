import type { Language } from '../../deal/people.ts';
import type { Amount, Currency } from '../../deal/terms/money.ts';
import { memoize } from '../memoize.ts';
import { zoneName } from './zone-name.ts';

const tag = { en: 'en-US', ja: 'ja-JP' } as const;

// Making a formatter takes a hundred times as long as using it.
const moneyIn = memoize(
  (language: Language, currency: Currency) =>
    // AWS takes prices of three decimals; a rounded one would not be what is charged.
    new Intl.NumberFormat(tag[language], { style: 'currency', currency, maximumFractionDigits: 3 }),
);
const numberIn = memoize((language: Language) => new Intl.NumberFormat(tag[language]));
const percentIn = memoize(
  (language: Language) =>
    new Intl.NumberFormat(tag[language], { style: 'percent', maximumFractionDigits: 2 }),
);
const dayIn = memoize(
  (language: Language) => new Intl.DateTimeFormat(tag[language], { dateStyle: 'long', timeZone: 'UTC' }),
);
const monthIn = memoize(
  (language: Language) =>
    new Intl.DateTimeFormat(tag[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const tenthsIn = memoize(
  (language: Language) => new Intl.NumberFormat(tag[language], { maximumFractionDigits: 1 }),
);
const momentIn = memoize(
  (language: Language, timeZone: string) =>
    new Intl.DateTimeFormat(tag[language], {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: language === 'ja' ? '2-digit' : 'numeric',
      minute: '2-digit',
      timeZone,
    }),
);

/** `$12,000.00` or `￥1,500,000`; the currency is named when a symbol alone could mean several. */
export function formatMoney(
  amount: Amount,
  { currency, language }: { currency: Currency; language: Language },
): string {
  return moneyIn(language, currency).format(Number(amount));
}

/** How much is granted: `12,000` for a number; AWS may also answer with a word, which stays as it is. */
export function formatQuantity(value: string, language: Language): string {
  return /^\d+(\.\d+)?$/.test(value) ? numberIn(language).format(Number(value)) : value;
}

/** `12.5%` */
export function formatPercent(percent: number, language: Language): string {
  return percentIn(language).format(percent / 100);
}

interface DiscountWords {
  discountUnknown: string;
  aboveList: (percent: string) => string;
}

/** A discount off the list prices in percent; one below 0 is a price above them. Nothing where it is not known. */
export function formatDiscount(
  percent: number | undefined,
  { language, words }: { language: Language; words: DiscountWords },
): string {
  if (percent === undefined) return words.discountUnknown;
  return percent < 0 ? words.aboveList(formatPercent(-percent, language)) : formatPercent(percent, language);
}

/** A calendar day without a time, from `YYYY-MM-DD`. */
export function formatDay(day: string, language: Language): string {
  return dayIn(language).format(new Date(`${day}T00:00:00Z`));
}

/** `November 2026`, from `YYYY-MM`. */
export const formatMonth = (month: string, language: Language): string =>
  monthIn(language).format(new Date(`${month}-01T00:00:00Z`));

/** To a tenth: `2.5`. */
export const formatTenths = (value: number, language: Language): string => tenthsIn(language).format(value);

/** A moment in the reader's own time zone, with the zone's name so that nobody has to guess. */
export function formatMoment(
  iso: string,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const at = new Date(iso);
  return `${momentIn(language, timeZone).format(at)} ${zoneName(at, timeZone)}`;
}

/** A time zone as people read it: `America/New York`. */
export const formatZone = (zone: string): string => zone.replaceAll('_', ' ');
