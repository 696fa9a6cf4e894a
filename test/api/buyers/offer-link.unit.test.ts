import fc from 'fast-check';
import { linkNamed, offerPageUrl, pageUrlFor, readPageToken } from '../../../shared/offer-link.ts';

const secret = 'a secret of more than thirty-two characters';
const publicUrl = 'https://desk.example.com';
const hers = { dealId: '0123456789', email: 'hanako@aozora.example', number: 7 };
const tokenOf = (named: typeof hers) => offerPageUrl({ publicUrl, secret }, named).split('/').at(-1) ?? '';
const link = ({ email, number }: typeof hers) => ({ email, number, since: '2027-01-04T01:00:00.000Z' });

describe('the link to a deal page', () => {
  it('leads back to its deal, person and number, and is the same every time', () => {
    const anyLink = fc.record({
      dealId: fc.stringMatching(/^[0-9a-z]{1,20}$/),
      email: fc.emailAddress().map(email => email.toLowerCase()),
      number: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(anyLink, named => {
        const token = readPageToken({ secret }, tokenOf(named));
        expect(token).toMatchObject({ dealId: named.dealId, number: named.number });
        const deal = { dealId: named.dealId, pageLinks: [link(hers), link(named)] };
        expect(token && linkNamed({ secret }, deal, token)).toEqual(link(named));
        expect(tokenOf({ ...named, email: named.email.toUpperCase() })).toBe(tokenOf(named));
      }),
    );
  });

  it('tells nobody the address that it was made for', () => {
    const token = tokenOf(hers);
    const parts = token.split('.').map(part => Buffer.from(part, 'base64url').toString('latin1'));
    expect(`${token} ${parts}`).not.toMatch(/hanako|aozora/);
  });

  it('stands below the public address whether or not that ends in a slash', () => {
    const url = offerPageUrl({ publicUrl: `${publicUrl}/`, secret }, { ...hers, dealId: 'abc' });
    expect(url).toMatch(/^https:\/\/desk\.example\.com\/offers\/abc\.7\.[\w-]{12}\.[\w-]{43}$/);
  });

  it('is refused with any one character changed', () => {
    const token = tokenOf(hers);
    for (const at of token.split('').keys()) {
      const other = token[at] === 'x' ? 'y' : 'x';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      // The last character carries four bits only, so another spelling of the same bytes is not a forgery.
      const same = sealOf(forged).equals(sealOf(token)) && namedIn(forged) === namedIn(token);
      expect(readPageToken({ secret }, forged) !== undefined).toBe(same);
    }
  });

  it('is refused with a part of another link in it', () => {
    const others = [
      { ...hers, number: 8 },
      { ...hers, email: 'taro@aozora.example' },
      { ...hers, dealId: '9876543210' },
    ];
    for (const other of others.map(tokenOf))
      for (const at of [0, 1, 2, 3]) {
        const parts = tokenOf(hers).split('.');
        const mixed = parts.with(at, other.split('.')[at] ?? '').join('.');
        expect([mixed === tokenOf(hers), readPageToken({ secret }, mixed) !== undefined]).toEqual(
          mixed === tokenOf(hers) ? [true, true] : [false, false],
        );
      }
  });

  it('is refused when another secret made it', () => {
    expect(readPageToken({ secret: `${secret}!` }, tokenOf(hers))).toBeUndefined();
  });

  it('is refused, not an error, whatever text stands there', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readPageToken({ secret }, text)).toBeUndefined();
      }),
    );
  });

  it('has a number that no link has, for somebody who takes no part', () => {
    const deal = { dealId: hers.dealId, pageLinks: [link(hers)] };
    expect(pageUrlFor({ publicUrl, secret }, deal, 'Hanako@aozora.example')).toContain('/0123456789.7.');
    expect(pageUrlFor({ publicUrl, secret }, deal, 'ken@aozora.example')).toContain('/0123456789.0.');
  });
});

const sealOf = (token: string) => Buffer.from(token.split('.')[3] ?? '', 'base64url');
const namedIn = (token: string) => token.split('.').slice(0, 3).join('.');
