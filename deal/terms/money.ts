/** Currencies AWS Marketplace accepts for private offers (Catalog API, "Work with private offers"). */
export const currencies = ['USD', 'AUD', 'EUR', 'GBP', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

/** An amount as AWS writes it: a decimal string such as `"1200.00"`. */
export type Amount = string;

/** True for a non-negative decimal string with at most `decimals` (0 to 3) places. */
export function isAmount(text: string, decimals: number): boolean {
  const [whole = '', fraction = '', ...rest] = text.split('.');
  const dotted = text.includes('.');
  if (rest.length > 0 || !/^\d{1,12}$/.test(whole)) return false;
  return dotted ? /^\d+$/.test(fraction) && fraction.length <= decimals : true;
}

/** In thousandths, however large: what single amounts come to may be more than an amount can be. */
function exact(amount: Amount): bigint {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d{1,3}))?$/.exec(amount) ?? [];
  if (whole === undefined) throw new RangeError(`not an amount: ${amount}`);
  return BigInt(whole + fraction.padEnd(3, '0'));
}

function written(value: bigint): Amount {
  const digits = String(value).padStart(4, '0');
  const fraction = digits.slice(-3);
  return `${digits.slice(0, -3)}.${fraction.endsWith('0') ? fraction.slice(0, 2) : fraction}`;
}

/** The amount in thousandths of a unit, an exact integer up to 9 trillion units. Throws a RangeError when it is not an amount. */
export const toThousandths = (amount: Amount): number => Number(exact(amount));

/** The shortest decimal string with at least two places: 1200000 → "1200.00", 1234500 → "1234.50". */
export const fromThousandths = (value: number): Amount => written(BigInt(value));

/** The exact sum of amounts. */
export const sumOf = (amounts: Amount[]): Amount =>
  written(amounts.reduce((sum, amount) => sum + exact(amount), 0n));

/** The exact product of an amount and a whole number of units. */
export const times = (amount: Amount, units: number): Amount => written(exact(amount) * BigInt(units));

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareAmounts(a: Amount, b: Amount): number {
  const [one, other] = [exact(a), exact(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}
