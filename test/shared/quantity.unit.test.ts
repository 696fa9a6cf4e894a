import { expect, it } from '@jest/globals';
import { formatQuantity } from '../../shared/i18n/format.ts';

it.each([
  ['12000', '12,000'],
  ['1', '1'],
  ['0.5', '0.5'],
  ['true', 'true'],
  ['Enterprise', 'Enterprise'],
  ['', ''],
])('a quantity of %j reads %j', (value, text) => {
  expect(formatQuantity(value, 'en')).toBe(text);
  expect(formatQuantity(value, 'ja')).toBe(text);
});
