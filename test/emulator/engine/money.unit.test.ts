import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, raised, unitsOf } from '../../../emulator/engine/money.ts';
import { runs } from '../../support/runs.ts';

const thousandths = (amount: string) => {
  const [whole, fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(3, '0')}`);
};
const price = fc.bigInt({ min: 0n, max: 100_000_000_000n }).map(each => ({
  each,
  text: `${each / 1000n}.${String(each % 1000n).padStart(3, '0')}`,
}));

describe('an amount', () => {
  it.each([
    ['0.125', 1000n, '125.00'],
    ['0.125', 1n, '0.125'],
    ['0.005', 3n, '0.015'],
    ['33.333', 3n, '99.999'],
    ['100000000', 2_147_483_646n, '214748364600000000.00'],
    ['12000.', 1n, '12000.00'],
  ])('%s × %s is %s', (one, times, total) => {
    expect(amountOf(unitsOf(one) * times)).toBe(total);
  });

  it('is exact to a thousandth, whatever is added and multiplied', () => {
    const rows = fc.array(fc.tuple(price, fc.bigInt({ min: 0n, max: 2_147_483_646n })), { maxLength: 20 });
    fc.assert(
      fc.property(rows, all => {
        const total = all.reduce((sum, [{ text }, units]) => sum + unitsOf(text) * units, 0n);
        const exact = all.reduce((sum, [{ each }, units]) => sum + each * units, 0n);
        expect(thousandths(amountOf(total))).toBe(exact);
        expect(amountOf(total)).toMatch(/^\d+\.\d{2,3}$/);
      }),
      runs(300),
    );
  });

  it.each([
    ['100.00', '3.00', '103.00'],
    ['0.125', '3.50', '0.129'],
    ['12000', '0', '12000.00'],
    ['10.00', '12.34', '11.234'],
  ])('%s raised by %s percent is %s', (before, percentage, after) => {
    expect(raised(before, percentage)).toBe(after);
  });
});
