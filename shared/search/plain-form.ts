import { withoutHidden } from '../plain-text.ts';

/** Characters that names are still written with, and what people type for them. */
const writtenOtherwise = pairs(
  '髙高﨑崎德徳邊辺邉辺濱浜濵浜澤沢齋斉齊斉斎斉廣広眞真國国櫻桜龍竜惠恵學学' +
    // Letters that no accent is taken from, and kana that only names still have.
    'øołlđdıiヱエヰイ' +
    // Small kana: キヤノン is read キャノン.
    'ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ',
);
const hiragana = /[\u3041-\u3096]/g;
const fromHiraganaToKatakana = 0x60;
/** Accents of European letters; the marks of kana belong to them. */
const accents = /[\u0300-\u036f]/g;
/** バ and ヴァ are one sound, and people write either. */
const vu = /ヴ([アイエオ]?)/g;
const bu: Record<string, string> = { ア: 'バ', イ: 'ビ', エ: 'ベ', オ: 'ボ' };
/** 6724 3477 6707: AWS itself writes account ids in groups. */
const betweenGroups = /(?<=(?<!\d)(?:\d{4})+)[\s\p{Pd}\u2212]+(?=\d{4}(?!\d))/gu;

/** A text as texts are compared: one width, one case, one kana, no accents, characters as most people type them. */
export function plainForm(text: string): string {
  return withoutHidden(text)
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(hiragana, kana => String.fromCharCode(kana.charCodeAt(0) + fromHiraganaToKatakana))
    .replace(/./gu, letter => writtenOtherwise.get(letter) ?? letter)
    .replace(vu, (_, vowel: string) => bu[vowel] ?? 'ブ')
    .replace(betweenGroups, '');
}

/** Everything but letters and digits is left out, the mark of long vowels too: people type a hyphen for it, or nothing. */
export const lettersOf = (plain: string) => plain.replace(/[^\p{L}\p{M}\p{N}]|ー/gu, '');

function pairs(text: string): Map<string, string> {
  const letters = [...text];
  return new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? '']] : [])));
}
