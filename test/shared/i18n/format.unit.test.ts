import { describe, expect, it } from '@jest/globals';
import type { Currency } from '../../../deal/terms/money.ts';
import { formatMoment, formatMoney } from '../../../shared/i18n/format.ts';

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

describe('a moment in words', () => {
  it.each([
    ['Asia/Tokyo', 'JST', 'JST'],
    ['Europe/London', 'GMT', 'BST'],
    ['Europe/Berlin', 'CET', 'CEST'],
    ['America/Los_Angeles', 'PST', 'PDT'],
    ['Australia/Sydney', 'AEDT', 'AEST'],
    ['Asia/Kolkata', 'IST', 'IST'],
    ['Asia/Singapore', 'GMT+8', 'GMT+8'],
    ['UTC', 'UTC', 'UTC'],
  ])('names the zone as its people do, in winter and in summer: %s', (timeZone, january, july) => {
    for (const language of ['en', 'ja'] as const) {
      expect(formatMoment('2026-01-15T03:00:00Z', { language, timeZone })).toMatch(
        new RegExp(`${escaped(january)}$`),
      );
      expect(formatMoment('2026-07-15T03:00:00Z', { language, timeZone })).toMatch(
        new RegExp(`${escaped(july)}$`),
      );
    }
  });
});

const escaped = (text: string) => text.replace('+', '\\+');
