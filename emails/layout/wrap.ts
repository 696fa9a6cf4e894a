/** Columns of a line of plain text; an East Asian character takes two. RFC 5322 asks for no more than 78. */
export const columns = 76;

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** May not begin a line: what closes, what lengthens, small kana. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ーゝ々～…ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ]/u;
/** May not end a line. */
const opening = /[\p{Ps}\p{Pi}]$/u;

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Plain text in lines that fit any window. An address stays whole, however long; lists and quotes keep their indent. */
export function wrap(text: string): string {
  return text.split('\n').flatMap(wrapLine).join('\n');
}

function wrapLine(line: string): string[] {
  if (widthOf(line) <= columns) return [line];
  const mark = /^(> |- |→ |\d+\. | +)?/.exec(line)?.[0] ?? '';
  const indent = mark === '> ' ? mark : ' '.repeat(mark.length);
  const lines: string[] = [];
  let current = mark;
  for (const piece of piecesOf(line.slice(mark.length))) {
    const isEmpty = current === mark || current === indent;
    if (!isEmpty && widthOf(`${current}${piece}`.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += piece;
  }
  return [...lines, current.trimEnd()];
}

/** Between any two pieces a line may end. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(line)) {
    const last = pieces.at(-1);
    if (last !== undefined && belongTogether(last, segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

function belongTogether(before: string, after: string): boolean {
  if (/^\s/.test(after)) return true;
  // Japanese has no spaces but those within a name and before its title.
  if (/\s$/.test(before)) return isWide(before.trimEnd().at(-1)) && isWide(after);
  const isLatin = !isWide(before.at(-1)) && !isWide(after);
  // Endings are segments of their own, and read badly at the head of a line.
  const isEnding = /[ぁ-ん]$/.test(before) && /^[ぁ-ん]/.test(after) && !/^[おご]$/.test(after);
  const isParticle = isWide(before.at(-1)) && /^[はがをにでともへの]$/.test(after);
  const isPolite = /(^|[^ぁ-ん])[おご]$/.test(before);
  const isNumber = /\d$/.test(before) || /^\d/.test(after);
  return (
    isLatin || isEnding || isParticle || isPolite || isNumber || closing.test(after) || opening.test(before)
  );
}

const isWide = (text = '') => wide.test(text.charAt(0));

/** Columns that words take. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);
}
