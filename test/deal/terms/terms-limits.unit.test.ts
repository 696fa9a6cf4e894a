import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareAmounts,
  fromThousandths,
  isAmount,
  sumOf,
  times,
  toThousandths,
} from '../../../deal/terms/money.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { limitsBroken } from '../../../deal/terms/terms-limits.ts';
import { dayAfter, sampleTerms } from '../../support/samples.ts';
import { start } from '../../support/story.ts';

const today = start.slice(0, 10);
const broken = (change: Partial<Terms>) =>
  limitsBroken(sampleTerms(start, change), today).map(each => `${each.pointer} ${each.code}`);
const dimension = (change = {}) => ({ key: 'a', label: 'A', price: '100.00', units: 1, ...change });
const payments = (...dates: [string, string][]) => ({
  dimensions: [dimension()],
  paymentSchedule: dates.map(([chargeDate, amount]) => ({ chargeDate, amount })),
});
const account = (n: number) => String(100_000_000_000 + n);

describe('AWS limits of terms', () => {
  it('are kept by the sample', () => expect(broken({})).toEqual([]));

  it.each<[string, Partial<Terms>]>([
    ['/buyerAwsAccountIds/0 notAnAccountId', { buyerAwsAccountIds: ['1111-2222-3333'] }],
    ['/buyerAwsAccountIds tooFew', { buyerAwsAccountIds: [] }],
    ['/buyerAwsAccountIds tooMany', { buyerAwsAccountIds: Array.from({ length: 27 }, (_, n) => account(n)) }],
    ['/buyerAwsAccountIds/1 duplicate', { buyerAwsAccountIds: [account(1), account(1)] }],
    ['/dimensions tooFew', { dimensions: [] }],
    ['/dimensions/0/price notAnAmount', { dimensions: [dimension({ price: '1.2345' })] }],
    ['/dimensions/0/price notAnAmount', { currency: 'JPY', dimensions: [dimension({ price: '100.5' })] }],
    ['/dimensions/0/price amountTooLarge', { dimensions: [dimension({ price: '100000001' })] }],
    [
      '/dimensions/0/price amountTooLarge',
      { dimensions: [dimension({ price: '100000000', units: 1_000_000 })] },
    ],
    [
      '/dimensions/0/price amountTooLarge',
      { dimensions: [dimension({ price: '99999999.99', units: 10_000 })] },
    ],
    [
      '/dimensions/0/price amountTooLarge',
      {
        dimensions: Array.from({ length: 200 }, (_, n) =>
          dimension({ key: `k${n}`, price: '99999999', units: 999 }),
        ),
      },
    ],
    ['/dimensions/0/price mustBePositive', { dimensions: [dimension({ price: '0' })] }],
    ['/dimensions/0/units outOfRange', { dimensions: [dimension({ units: 0 })] }],
    ['/dimensions/0/units notWholeNumber', { dimensions: [dimension({ units: 1.5 })] }],
    ['/dimensions/1/key duplicate', { dimensions: [dimension(), dimension()] }],
    ['/durationMonths outOfRange', { durationMonths: 61 }],
    ['/offerExpiresOn inThePast', { offerExpiresOn: dayAfter(start, -1) }],
    ['/offerExpiresOn notADate', { offerExpiresOn: '2027-02-30' }],
    ['/eula/url notAnUrl', { eula: { type: 'custom', url: 'http://example.com/eula.pdf' } }],
    ['/currency unknownCurrency', { currency: 'CHF' as never }],
    ['/productTitle badCharacters', { productTitle: 'A <b>' }],
    ['/paymentSchedule sumDiffers', payments([dayAfter(start, 40), '99.99'])],
    [
      '/paymentSchedule/1/chargeDate duplicate',
      payments([dayAfter(start, 40), '50'], [dayAfter(start, 40), '50']),
    ],
    [
      '/paymentSchedule tooManyBeforeExpiry',
      payments([dayAfter(start, 1), '50'], [dayAfter(start, 2), '50']),
    ],
    ['/paymentSchedule/0/chargeDate inThePast', payments([dayAfter(start, -1), '100'])],
    ['/paymentSchedule/0/chargeDate afterEnd', payments([dayAfter(start, 400), '100'])],
    ['/paymentSchedule/0/amount notAnAmount', payments([dayAfter(start, 40), '100.001'])],
  ])('names %s', (expected, change) => expect(broken(change)).toContain(expected));

  it('names the signer, whoever he is to be', () => {
    const signer = { name: '', email: 'taro', language: 'en', timeZone: 'Mars/Olympus' } as const;
    expect(broken({ signer })).toEqual([
      '/signer/name required',
      '/signer/email notAnEmail',
      '/signer/timeZone unknownTimeZone',
    ]);
  });

  it('take one payment at the start and the rest after the last day of the offer', () => {
    expect(broken(payments([dayAfter(start, 0), '40'], [dayAfter(start, 40), '60']))).toEqual([]);
  });
});

describe('amounts', () => {
  const amounts = fc.integer({ min: 0, max: 99_999_999_999 }).map(fromThousandths);

  it('are the same after being read and written', () => {
    fc.assert(
      fc.property(
        amounts,
        amount => fromThousandths(toThousandths(amount)) === amount && isAmount(amount, 3),
      ),
    );
  });

  it('add and multiply without losing a thousandth', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 50 }),
        (amount, units) => times(amount, units) === sumOf(Array(units).fill(amount)),
      ),
    );
  });

  it('stay exact beyond what a single amount may be', () => {
    const total = sumOf(Array(200).fill(times('99999999.999', 1_000_000)));
    expect(total).toBe('19999999999800000.00');
    expect(compareAmounts(total, '100000000')).toBeGreaterThan(0);
    expect(compareAmounts(total, sumOf([total, '0.001']))).toBeLessThan(0);
  });

  it.each(['', '.', '1.', '.5', '-1', '1e3', '1,000', ' 1', '0x10'])('do not include %j', text =>
    expect(isAmount(text, 3)).toBe(false),
  );
});
