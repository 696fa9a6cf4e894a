import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, shorten, withoutHidden } from '../../shared/plain-text.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(each => each.segment);

describe('words of somebody else', () => {
  test.each([
    ['marks that turn the reading around', 'exe.\u202egnp\u202c', 'exe.gnp'],
    ['isolates', '\u2066Acme\u2069', 'Acme'],
    ['marks of direction', 'A\u200e\u200f\u061cB', 'AB'],
    ['characters without a width', 'A\u200b\ufeff\u2060\u00adB', 'AB'],
    ['joiners where nothing is joined', 'pay\u200dpal\u200c', 'paypal'],
    ['control characters', 'A\u0000\u0007\u001b[31m\u007f\u009bB', 'A[31mB'],
    ['halves of a character', 'A\ud83dB', 'AB'],
    ['letters that are blank', 'A\u3164\u115fB', 'AB'],
    ['letters of hidden tags', 'A\u{e0041}\u{e007f}B', 'AB'],
  ])('lose %s', (_what, text, kept) => expect(withoutHidden(text)).toBe(kept));

  test.each([
    ['joined emoji', '👩‍👩‍👧 👁️‍🗨️ 🧑🏽‍⚕️ ❤️'],
    ['variants of kanji', '葛\u{e0100}城'],
    ['joiners of Persian and Hindi', 'می‌خواهم क्‍ष'],
    ['accents in two characters', 'Jose\u0301'],
    ['Arabic and Hebrew', 'شركة דוד'],
    ['line breaks and tabs', 'one\n\ttwo'],
  ])('keep %s', (_what, text) => expect(withoutHidden(text)).toBe(text));

  test('have line breaks of one kind', () =>
    expect(withoutHidden('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf'));

  test('have nothing left to lose the second time, and never two lines where one is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(withoutHidden(withoutHidden(text))).toBe(withoutHidden(text));
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u);
      }),
    );
  });
});

describe('a name that is too long', () => {
  test('is never cut in the middle of a character', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(shorten(family.repeat(5), 3)).toBe(`${family}${family}…`);
    expect(shorten('e\u0301'.repeat(5), 3)).toBe('e\u0301e\u0301…');
    expect(shorten('葛\u{e0100}'.repeat(5), 2)).toBe('葛\u{e0100}…');
  });

  test('has as many characters as are allowed, and is the beginning of what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const short = shorten(text, length);
        expect(graphemes(short).length).toBeLessThanOrEqual(length);
        if (short !== oneLine(text)) expect(oneLine(text).startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});
