import { type Amount, type Currency, fromThousandths, isAmount, toThousandths } from './money.ts';

/** Why a text is not taken as an amount. */
export type AmountProblem = 'notAnAmount' | 'otherCurrency' | 'wrongGroups' | 'noDecimals' | 'twoReadings';

/** An amount, or why a text is none; `readings` are the amounts that it may stand for, the larger one first. */
export type ParsedAmount = { amount: Amount } | { problem: AmountProblem; readings?: [Amount, Amount] };

/** Which marks a currency is written with. Euros are written both ways, by country and by language of the keyboard. */
const signs: Record<Currency, RegExp> = {
  USD: /^(?:US\$|USD|\$)$/i,
  AUD: /^(?:AU?\$|AUD|\$)$/i,
  EUR: /^(?:EUR|€)$/i,
  GBP: /^(?:GBP|£)$/i,
  JPY: /^(?:JPY|JP¥|¥|円)$/i,
};
const groups = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ };

type Mark = keyof typeof groups;
/** Marks without a width that spreadsheets and calculators copy along. */
const unseen = /[\u200b-\u200f\u202a\u202c\u2060\ufeff]/g;

/**
 * The amount that somebody has typed, as people write amounts of that currency: with groups of thousands, full-width digits
 * or the currency's sign. What can be read in two ways is not taken, and never as another number.
 */
export function parseAmount(typed: string, currency: Currency): ParsedAmount {
  // ² and ① are digits to NFKC, and marks of footnotes to people.
  if (/[\p{No}\p{Nl}]/u.test(typed)) return { problem: 'notAnAmount' };
  const written = withoutSign(typed.replace(unseen, '').normalize('NFKC').trim(), currency);
  if (typeof written !== 'string') return written;
  const digits = withoutSpaces(written);
  if (!/^\d[\d.,]*$/.test(digits) || /[.,]$/.test(digits)) return { problem: 'notAnAmount' };
  const readings = [...new Set(readingsOf(digits, currency))].toSorted(
    (a, b) => toThousandths(b) - toThousandths(a),
  );
  const [first, second] = readings;
  if (first === undefined) return { problem: whyNot(digits, currency) };
  return second === undefined ? { amount: first } : { problem: 'twoReadings', readings: [first, second] };
}

function withoutSign(text: string, currency: Currency): string | ParsedAmount {
  const [, before = '', number = '', after = ''] =
    /^([^\d\s.,'-]*)\s*(.*?)\s*([^\d\s.,'-]*)$/.exec(text) ?? [];
  const found = [before, after].filter(Boolean);
  if (found.length === 0) return number;
  if (found.length === 1 && found.every(sign => signs[currency].test(sign))) return number;
  const isSign = found.every(sign => Object.values(signs).some(each => each.test(sign)));
  return { problem: isSign && found.length === 1 ? 'otherCurrency' : 'notAnAmount' };
}

/** Spaces and apostrophes between groups of three; anywhere else they stay, and the text is no amount. */
const withoutSpaces = (text: string) =>
  /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d*)?$/.test(text) ? text.replace(/[ '’]/g, '') : text;

/** All amounts that the digits can stand for. */
function readingsOf(digits: string, currency: Currency): Amount[] {
  const read =
    currency === 'EUR'
      ? [reading(digits, { group: ',', point: '.' }), reading(digits, { group: '.', point: ',' })]
      : [reading(digits, { group: ',', point: '.' })];
  const found = [...read, thousandsWithPoints(digits, currency)].filter(each => each !== undefined);
  return currency === 'JPY'
    ? found.filter(isWhole).map(each => String(toThousandths(each) / 1000))
    : found.map(each => fromThousandths(toThousandths(each)));
}

/**
 * Whoever is used to points between thousands writes any currency so. Nobody writes parts of a yen, nor a zero as the third
 * decimal, so `12.000` may as well be thousands.
 */
function thousandsWithPoints(digits: string, currency: Currency): Amount | undefined {
  const isMeant = currency === 'JPY' || /^[^.]+\.\d\d0$/.test(digits);
  return isMeant && groups['.'].test(digits) && !digits.startsWith('0')
    ? digits.replaceAll('.', '')
    : undefined;
}

function reading(digits: string, { group, point }: { group: Mark; point: Mark }): Amount | undefined {
  const [whole = '', ...fractions] = digits.split(point);
  const isGrouped = whole.includes(group);
  if (fractions.length > 1 || (isGrouped && (!groups[group].test(whole) || whole.startsWith('0'))))
    return undefined;
  const amount = [whole.replaceAll(group, ''), ...fractions].join('.');
  return isAmount(amount, 3) ? fromThousandths(toThousandths(amount)) : undefined;
}

const isWhole = (amount: Amount) => toThousandths(amount) % 1000 === 0;

function whyNot(digits: string, currency: Currency): AmountProblem {
  if (currency === 'JPY' && reading(digits, { group: ',', point: '.' })) return 'noDecimals';
  return /,/.test(digits) ? 'wrongGroups' : 'notAnAmount';
}
