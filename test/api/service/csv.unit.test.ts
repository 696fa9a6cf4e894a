import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from '../../../api/service/csv.ts';

it('a company that calls itself a formula is a text in a spreadsheet', () => {
  expect(csvLine(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'])).toBe(
    `"'=HYPERLINK(""http://x"")",'+1,'-1,'@SUM(A1),'\t=1\r\n`,
  );
});

it('commas, quotes and line breaks stay in their cell', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', 12, undefined])).toBe(
    '"a,b","say ""x""","two\nlines",12,\r\n',
  );
});

it('whatever is written can be read again', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter(text => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(plain, { minLength: 2, maxLength: 5 }), cells => {
      expect(read(csvLine(cells))).toEqual(cells);
    }),
  );
});

/** As RFC 4180 reads one line. */
function read(line: string): string[] {
  const cells = [...line.slice(0, -2).matchAll(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)].map(
    ([, cell = '']) => cell,
  );
  const own = line.slice(0, -2).endsWith(',') ? cells : cells.slice(0, -1);
  return own.map(cell => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
