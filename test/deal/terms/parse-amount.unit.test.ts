import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { type Currency, compareAmounts, currencies, fromThousandths } from '../../../deal/terms/money.ts';
import { parseAmount } from '../../../deal/terms/parse-amount.ts';

interface Row {
  currency: Currency;
  typed: string;
  taken?: string;
  refused?: string;
  readings?: string[];
}

const rows: Row[] = JSON.parse(readFileSync(new URL('money.json', import.meta.url), 'utf8'));
const amountIn = (typed: string, currency: Currency) => {
  const parsed = parseAmount(typed, currency);
  return 'amount' in parsed ? parsed.amount : parsed.problem;
};

describe('amounts as people type them', () => {
  test.each(rows)('$typed in $currency', ({ currency, typed, taken, readings }) => {
    const parsed = parseAmount(typed, currency);
    if (taken) expect(parsed).toEqual({ amount: taken });
    else if (readings) expect(parsed).toEqual({ problem: 'twoReadings', readings });
    else expect(parsed).toHaveProperty('problem');
  });

  test.each<[Currency, string, string]>([
    ['USD', 'US$ 12,000.00', '12000.00'],
    ['USD', '12000 USD', '12000.00'],
    ['USD', '0.125', '0.125'],
    ['USD', '12.345', '12.345'],
    ['USD', '0.500', '0.50'],
    ['USD', "12'000.50", '12000.50'],
    ['EUR', '12 000,50 €', '12000.50'],
    ['EUR', '1.234.567', '1234567.00'],
    ['EUR', '1,234,567', '1234567.00'],
    ['EUR', '0,125', '0.125'],
    ['EUR', '12000,500', '12000.50'],
    ['JPY', '３００，０００円', '300000'],
    ['JPY', '1,234,567', '1234567'],
    ['AUD', 'A$1,000', '1000.00'],
    ['GBP', '£9,700.00', '9700.00'],
    ['USD', '\u200e12,000\u200b', '12000.00'],
    ['EUR', '\ufeff12.000,50\u00a0€', '12000.50'],
  ])('%s: %s is %s', (currency, typed, taken) => expect(amountIn(typed, currency)).toBe(taken));

  test.each<[Currency, string, string]>([
    ['USD', '€12,000', 'otherCurrency'],
    ['EUR', '12000 USD', 'otherCurrency'],
    ['USD', '1,2345', 'wrongGroups'],
    ['USD', '12,00,000', 'wrongGroups'],
    ['USD', '0,500', 'wrongGroups'],
    ['USD', '12.000,50', 'wrongGroups'],
    ['JPY', '300.000', 'twoReadings'],
    ['USD', '12.000', 'twoReadings'],
    ['GBP', '1.500', 'twoReadings'],
    ['JPY', '30万', 'notAnAmount'],
    ['JPY', '12000.5', 'noDecimals'],
    ['USD', '-5', 'notAnAmount'],
    ['USD', '12 00', 'notAnAmount'],
    ['USD', '1e3', 'notAnAmount'],
    ['USD', '12000.', 'notAnAmount'],
    ['USD', '1.2345', 'notAnAmount'],
    ['USD', '12000²', 'notAnAmount'],
    ['USD', '12000¹', 'notAnAmount'],
    ['JPY', '③00000', 'notAnAmount'],
    ['USD', '1½', 'notAnAmount'],
    ['USD', '\u202e00021', 'notAnAmount'],
    ['USD', '', 'notAnAmount'],
    ['USD', '$', 'notAnAmount'],
  ])('%s: %s is refused as %s', (currency, typed, problem) =>
    expect(amountIn(typed, currency)).toBe(problem),
  );

  it('takes every amount of every currency that its own formatter writes', () => {
    const locales: Record<Currency, string[]> = {
      USD: ['en-US', 'ja-JP'],
      AUD: ['en-AU'],
      EUR: ['de-DE', 'en-IE', 'fr-FR'],
      GBP: ['en-GB'],
      JPY: ['ja-JP', 'en-US'],
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...currencies),
        fc.integer({ min: 0, max: 999_999_999 }),
        (currency, cents) => {
          const amount = currency === 'JPY' ? String(cents) : fromThousandths(cents * 10);
          for (const locale of locales[currency]) {
            const typed = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
              Number(amount),
            );
            expect([typed, amountIn(typed, currency)]).toEqual([typed, amount]);
          }
        },
      ),
    );
  });

  it('never takes a text as a number that another way of reading would contradict', () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencies), fc.stringMatching(/^[\d.,]{1,12}$/), (currency, typed) => {
        const parsed = parseAmount(typed, currency);
        if (!('amount' in parsed)) return;
        const figures = typed.replaceAll(/\D/g, '').replace(/^0+/, '');
        const taken = parsed.amount.replaceAll(/\D/g, '').replace(/^0+/, '');
        // The same figures in the same order: only zeros at the end of a fraction may differ.
        expect(figures.replace(/0+$/, '')).toBe(taken.replace(/0+$/, ''));
        expect(compareAmounts(parsed.amount, '0')).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
