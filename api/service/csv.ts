import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * One line of a file for a spreadsheet (RFC 4180). A text that a spreadsheet would read as a formula gets an apostrophe
 * before it (OWASP, CSV injection), since company names come from strangers.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A long file takes as long as whoever reads it. */
export const longestCsvMs = 600_000;

/** What tells Excel that a file is UTF-8. */
const csvBegin = '\uFEFF';

/** Answers with a file for a spreadsheet, whose lines are read while it is sent, however many they are. */
export function sendCsv(reply: FastifyReply, name: string, lines: AsyncIterable<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .headers({
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    })
    .send(Readable.from(marked(lines)));
}

async function* marked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield csvBegin;
  yield* lines;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
