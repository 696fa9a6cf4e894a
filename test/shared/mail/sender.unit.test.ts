import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';
import { senderOf, senderText } from '../../../shared/mail/sender.ts';

const address = 'offers@example.com';
const written = (MAIL_FROM: string) => readConfig({ MAIL_FROM, VENDOR_NAME: 'Vendor K.K.' });

describe('the sender of every mail', () => {
  test.each([
    'Example',
    'Example, Inc.',
    'Example (Japan) K.K.',
    'Sales: Example; Inc.',
    'Ärger & Söhne',
    '株式会社サンプル（営業部）',
    'A "quoted" name',
    'Back\\slash',
  ])('keeps the name %s', name => {
    expect(senderOf(written(`${name} <${address}>`))).toEqual({ name, address });
  });

  test.each([address, `<${address}>`])('without a name has the vendor’s: %s', given => {
    expect(senderOf(written(given))).toEqual({ name: 'Vendor K.K.', address });
    expect(senderText(written(given))).toBe(`Vendor K.K. <${address}>`);
  });

  test('is the vendor where nothing is set', () => {
    expect(senderOf(readConfig({ VENDOR_NAME: 'Vendor K.K.' })).name).toBe('Vendor K.K.');
  });
});
