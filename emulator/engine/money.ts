/** Amounts are decimal strings at AWS and are counted here in units of 10^-8: a rate has at most eight decimals. */
const DECIMALS = 8;
const ONE = 10n ** BigInt(DECIMALS);
const THOUSANDTH = ONE / 1000n;

/** `12.5` → 1250000000n. @throws SyntaxError when it is no decimal */
export function unitsOf(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
}

const roundedTo = (unit: bigint, value: bigint) => ((value + unit / 2n) / unit) * unit;

/** Two decimals, and a third where the amount has one. */
export function amountOf(units: bigint): string {
  const thousandths = roundedTo(THOUSANDTH, units) / THOUSANDTH;
  const fraction = String(thousandths % 1000n).padStart(3, '0');
  return `${thousandths / 1000n}.${fraction.replace(/0$/, '')}`;
}

/** A price raised by a percentage of at most two decimals, to a thousandth. */
export const raised = (price: string, percentage: string): string =>
  amountOf((unitsOf(price) * (100n * ONE + unitsOf(percentage))) / (100n * ONE));
