/**
 * What nobody sees and what deceives: control characters, marks that turn the reading direction around (U+202E and its
 * kin) or have no width, halves of characters. The selectors of emoji and of kanji in names stay.
 */
const hidden = /(?![\n\t])\p{Cc}|\p{Cs}|[\ufff9-\ufffb]|(?![\p{VS}\p{Join_C}])\p{DI}/gu;
/** Joiners are part of emoji and of several scripts; anywhere else they only hide. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{Mn}\p{Extended_Pictographic}\p{EMod}])\p{Join_C}|\p{Join_C}(?![\p{L}\p{Mn}\p{Extended_Pictographic}])/gu;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;

/** Words of somebody else without what is hidden in them. Line breaks stay, all as `\n`. */
export function withoutHidden(text: string): string {
  return text.replace(lineBreak, '\n').replace(hidden, '').replace(strayJoiner, '');
}

/** The same in one line: for names, subjects and headers. */
export function oneLine(text: string): string {
  return withoutHidden(text).replace(/\s+/g, ' ').trim();
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line of at most `length` characters as people count them, the last one an ellipsis when something was cut. */
export function shorten(text: string, length: number): string {
  const all = [...characters.segment(oneLine(text))].map(({ segment }) => segment);
  if (all.length <= length) return all.join('');
  const kept = all.slice(0, length - 1).join('');
  return `${kept.trimEnd()}…`;
}
