import { describe, expect, it } from '@jest/globals';
import type { Currency } from '../../../deal/terms/money.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';

describe('an amount in words', () => {
  it.each<[Currency, string, string]>([
    ['USD', '0.125', '$0.125'],
    ['USD', '1234.567', '$1,234.567'],
    ['USD', '12000.00', '$12,000.00'],
    ['USD', '0.10', '$0.10'],
    ['EUR', '0.005', '€0.005'],
    ['JPY', '300000', '¥300,000'],
  ])('is what is charged, to the last decimal: %s %s', (currency, amount, text) => {
    expect(formatMoney(amount, { currency, language: 'en' })).toBe(text);
    expect(formatMoney(amount, { currency, language: 'ja' })).toBe(text.replace('¥', '￥'));
  });
});
