/**
 * One line of a file for a spreadsheet (RFC 4180). A text that a spreadsheet would read as a formula gets an apostrophe
 * before it (OWASP, CSV injection), since company names come from strangers.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** What tells Excel that a file is UTF-8. */
export const csvBegin = '\uFEFF';

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
