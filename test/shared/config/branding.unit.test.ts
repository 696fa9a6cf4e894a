import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';

describe('the vendor’s look', () => {
  it('is complete without a setting', () => {
    expect(readConfig({})).toMatchObject({ vendor: { colour: '#1f4fd8', logoUrl: '' } });
  });

  it.each(['#1F4FD8', '#000000'])('takes the colour %s', VENDOR_COLOR => {
    expect(readConfig({ VENDOR_COLOR }).vendor.colour).toBe(VENDOR_COLOR);
  });

  it.each(['blue', '1f4fd8', '#fff', '#1f4fd8;', '#1f4fdg', ''])(
    'refuses the colour “%s” and says how to write it',
    VENDOR_COLOR => {
      expect(() => readConfig({ VENDOR_COLOR })).toThrow(/VENDOR_COLOR.*#rrggbb/);
    },
  );

  it.each(['http://example.com/logo.png', 'logo.png', '//example.com/logo.png', 'javascript:alert(1)'])(
    'refuses the logo %s and says what it must be',
    VENDOR_LOGO_URL => {
      expect(() => readConfig({ VENDOR_LOGO_URL })).toThrow(/VENDOR_LOGO_URL.*https:\/\//);
    },
  );

  it('takes a logo at an https address', () => {
    const VENDOR_LOGO_URL = 'https://cdn.example.com/logo.png';
    expect(readConfig({ VENDOR_LOGO_URL })).toMatchObject({ vendor: { logoUrl: VENDOR_LOGO_URL } });
  });
});
