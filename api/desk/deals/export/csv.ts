/** Excel takes a file without this mark for one of its own country's characters. */
export const byteOrderMark = '\ufeff';

/** A spreadsheet runs what begins so. A quote before it makes it a text. */
const runs = /^[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180). What a buyer has written must not become a formula of whoever opens the file. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

const guarded = (cell: string) => (runs.test(cell) ? `'${cell}` : cell);
