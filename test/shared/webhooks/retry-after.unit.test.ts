import { expect, it } from '@jest/globals';
import { pauseAskedFor } from '../../../shared/webhooks/retry-after.ts';

const now = Date.parse('2026-11-24T10:00:00.500Z');

it.each([
  ['7', 7],
  ['Tue, 24 Nov 2026 10:00:30 GMT', 30],
  ['Tuesday, 24-Nov-26 10:00:30 GMT', 30],
])('a pause is asked for in seconds or as a date: %s', (header, seconds) => {
  expect(pauseAskedFor(header, now)).toBe(seconds);
});

it.each(['3601', '9'.repeat(400), 'Wed, 25 Nov 2026 10:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
  'no pause is longer than an hour, whatever is asked for: %s',
  header => {
    expect(pauseAskedFor(header, now)).toBe(3600);
  },
);

it.each([null, '', '0', '-5', 'soon', 'Tue, 24 Nov 2026 09:00:00 GMT'])('%s asks for no pause', header => {
  expect(pauseAskedFor(header, now)).toBeUndefined();
});
