import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import { runs } from '../../support/runs.ts';

const rows: { typed: string; taken?: string }[] = JSON.parse(
  readFileSync(new URL('./addresses.json', import.meta.url), 'utf8'),
);

describe('an e-mail address', () => {
  it.each(rows)('is taken as it is meant, or refused: $typed', ({ typed, taken }) => {
    const address = canonicalEmail(typed);
    expect([isEmail(address), isEmail(address) ? address : undefined]).toEqual([taken !== undefined, taken]);
  });

  it('has at most 64 characters before the @, 63 in each part after it, and 254 in all', () => {
    const at = (local: number, label: number) => `${'a'.repeat(local)}@${'b'.repeat(label)}.example`;
    expect([isEmail(at(64, 63)), isEmail(at(65, 63)), isEmail(at(64, 64))]).toEqual([true, false, false]);
    const long = `jane@${'abcdefghi.'.repeat(24)}example`;
    expect([long.length, isEmail(long), isEmail(`jane@${long.slice(10)}`)]).toEqual([252, true, true]);
    expect(isEmail(`janet.doe@${long.slice(5)}`)).toBe(false);
  });

  it.each(['様', 'さん', '御中', '‐', '—', '〉', 'あて'])(
    'with %s behind it is taken without it or asked for again, never as one of another domain',
    behind => {
      const address = canonicalEmail(`jane@a.example${behind}`);
      expect(isEmail(address) ? address : 'jane@a.example').toBe('jane@a.example');
    },
  );

  it.each([
    ['jane@münchen.example', 'jane@xn--mnchen-3ya.example'],
    ['jane@例え.テスト', 'jane@xn--r8jz45g.xn--zckzah'],
    ['jane@a.vermögensberater', 'jane@a.xn--vermgensberater-ctb'],
  ])('of other letters is taken: %s', (typed, taken) => expect(canonicalEmail(typed)).toBe(taken));

  const around = fc.constantFrom(
    (text: string) => ` ${text}\t`,
    (text: string) => `<${text}>`,
    (text: string) => `mailto:${text}`,
    (text: string) => `"${text}"`,
    (text: string) => `“${text}”`,
    (text: string) => `「${text}」`,
    (text: string) => `(${text})`,
    (text: string) => `Jane <${text}> (work)`,
    (text: string) => `${text},`,
    (text: string) => `${text};`,
    (text: string) => `\u2068${text}\u2069`,
    (text: string) => text.toUpperCase(),
  );
  const addresses = fc.emailAddress().filter(isEmail);

  it('is the same however often it is cleaned, whatever stands around it', () => {
    fc.assert(
      fc.property(addresses, fc.array(around, { maxLength: 4 }), (address, wrappings) => {
        const typed = wrappings.reduce((text, wrap) => wrap(text), address);
        // A question mark ends the address of a mailto: and is a letter elsewhere; quotes and slashes may be its own.
        fc.pre(!/[?'"]/.test(address));
        expect(canonicalEmail(typed)).toBe(address.toLowerCase());
      }),
      runs(500),
    );
  });

  it('never holds what would be read as another one, in a list or in a header', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.mixedCase(fc.emailAddress()));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', ',', ' ', '\n', '<', '@'),
        (parts, between) => {
          const address = canonicalEmail(parts.join(between));
          expect(canonicalEmail(address)).toBe(address);
          if (isEmail(address)) expect(address).toMatch(/^[^\s,;:<>()[\]"\\@]+@[a-z0-9.-]+$/);
        },
      ),
      runs(200),
    );
  });
});
