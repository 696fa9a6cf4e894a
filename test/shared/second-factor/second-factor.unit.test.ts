import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newRecoveryCodes, recoveryHashOf } from '../../../shared/second-factor/recovery-codes.ts';
import { openFor, sealFor } from '../../../shared/second-factor/sealed-secret.ts';
import { addressFor, newSecret, stepOf } from '../../../shared/second-factor/totp.ts';

const secret = 'a secret of more than thirty-two characters';

describe('codes of an authenticator app', () => {
  /** RFC 6238, appendix B, of which the last six digits; the secret is 12345678901234567890. */
  const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %s s', (seconds, code) => {
    const at = seconds * 1000;
    expect(stepOf({ secret: known, code, at })).toBe(Math.floor(seconds / 30));
  });

  it('are taken half a minute before and after, as the half minute that they stand for, and no longer', () => {
    const steps = [-60, -30, 0, 30, 60].map(shift =>
      stepOf({ secret: known, code: '005924', at: (1_234_567_890 + shift) * 1000 }),
    );
    const own = Math.floor(1_234_567_890 / 30);
    expect(steps).toEqual([undefined, own, own, own, undefined]);
  });

  it('are no error, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), code => {
        if (!/^\d{6}$/.test(code)) expect(stepOf({ secret: known, code, at: 0 })).toBeUndefined();
      }),
    );
  });

  it('come from a secret that no two people share, named by the address', () => {
    expect(newSecret()).not.toBe(newSecret());
    const address = addressFor({ secret: known, email: 'anna@example.com' });
    expect(address).toContain('otpauth://totp/Offerdesk:anna%40example.com?');
    expect(address).toContain(`secret=${known}`);
  });
});

describe('a secret that is kept', () => {
  it('opens for its person on its server alone, and not when anything of it was changed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const sealed = sealFor({ secret, staffId: 'one' }, text);
        expect(openFor({ secret, staffId: 'one' }, sealed)).toBe(text);
        expect(openFor({ secret, staffId: 'two' }, sealed)).toBeUndefined();
        expect(openFor({ secret: `${secret}!`, staffId: 'one' }, sealed)).toBeUndefined();
        const bytes = Buffer.from(sealed, 'base64url');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        expect(openFor({ secret, staffId: 'one' }, bytes.toString('base64url'))).toBeUndefined();
      }),
    );
  });

  it('is nothing, not an error, whatever text stands in its place', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(openFor({ secret, staffId: 'one' }, text)).toBeUndefined();
      }),
    );
  });
});

describe('recovery codes', () => {
  it('are ten, none twice, and the same however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
      expect(recoveryHashOf(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(recoveryHashOf(code));
    }
  });
});
