import fc from 'fast-check';
import { dealIdFrom, offerPageUrl } from '../../../shared/offer-link.ts';

const secret = 'a secret of more than thirty-two characters';
const tokenOf = (dealId: string) =>
  offerPageUrl({ publicUrl: 'https://desk.example.com', secret }, dealId).split('/').at(-1) ?? '';

describe('the link to a deal page', () => {
  it('leads back to its deal, and is the same every time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z]{1,20}$/), dealId => {
        expect(dealIdFrom({ secret }, tokenOf(dealId))).toBe(dealId);
        expect(tokenOf(dealId)).toBe(tokenOf(dealId));
      }),
    );
  });

  it('stands below the public address whether or not that ends in a slash', () => {
    const url = offerPageUrl({ publicUrl: 'https://desk.example.com/', secret }, 'abc');
    expect(url).toMatch(/^https:\/\/desk\.example\.com\/offers\/abc\.[\w-]{43}$/);
  });

  it('is refused with any one character changed', () => {
    const token = tokenOf('0123456789');
    for (const at of token.split('').keys()) {
      const other = token[at] === 'x' ? 'y' : 'x';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      // The last character carries four bits only, so another spelling of the same bytes is not a forgery.
      const same = sealOf(forged).equals(sealOf(token)) && forged.startsWith('0123456789.');
      expect(dealIdFrom({ secret }, forged)).toBe(same ? '0123456789' : undefined);
    }
  });

  it('is refused when another secret made it', () => {
    expect(dealIdFrom({ secret: `${secret}!` }, tokenOf('0123456789'))).toBeUndefined();
  });

  it('is refused, not an error, whatever text stands there', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(dealIdFrom({ secret }, text)).toBeUndefined();
      }),
    );
  });
});

const sealOf = (token: string) => Buffer.from(token.split('.')[1] ?? '', 'base64url');
