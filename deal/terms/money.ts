/** Currencies AWS Marketplace accepts for private offers (Catalog API, "Work with private offers"). */
export const currencies = ['USD', 'AUD', 'EUR', 'GBP', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

/** An amount as AWS writes it: a decimal string such as `"1200.00"`. */
export type Amount = string;

const thousandths = 1000;

/** True for a non-negative decimal string with at most `decimals` (0 to 3) places. */
export function isAmount(text: string, decimals: number): boolean {
  const [whole = '', fraction = '', ...rest] = text.split('.');
  const dotted = text.includes('.');
  if (rest.length > 0 || !/^\d{1,12}$/.test(whole)) return false;
  return dotted ? /^\d+$/.test(fraction) && fraction.length <= decimals : true;
}

/** The amount in thousandths of a unit, an exact integer. Throws a RangeError when it is not an amount. */
export function toThousandths(amount: Amount): number {
  if (!isAmount(amount, 3)) throw new RangeError(`not an amount: ${amount}`);
  const [whole = '0', fraction = ''] = amount.split('.');
  return Number(whole) * thousandths + Number(fraction.padEnd(3, '0'));
}

/** The shortest decimal string with at least two places: 1200000 → "1200.00", 1234500 → "1234.50". */
export function fromThousandths(value: number): Amount {
  const whole = Math.floor(value / thousandths);
  const fraction = String(value % thousandths).padStart(3, '0');
  return `${whole}.${fraction.endsWith('0') ? fraction.slice(0, 2) : fraction}`;
}

/** The exact sum of amounts. */
export function sumOf(amounts: Amount[]): Amount {
  return fromThousandths(amounts.reduce((sum, amount) => sum + toThousandths(amount), 0));
}

/** The exact product of an amount and a whole number of units. */
export function times(amount: Amount, units: number): Amount {
  return fromThousandths(toThousandths(amount) * units);
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareAmounts(a: Amount, b: Amount): number {
  return toThousandths(a) - toThousandths(b);
}
