import type { Result } from './benchmark.ts';

const heads = ['what', 'ours', 'reference', 'budget', ''];

/** The results as a table for a terminal and for Markdown alike. */
export function tableOf(results: Result[]): string {
  const rows = results.map(({ what, ours, reference, budget, holds }) => [
    what,
    ours,
    reference,
    budget,
    holds === undefined ? '' : holds ? 'within' : 'OVER',
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
