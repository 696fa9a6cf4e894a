import type { Fact } from '../facts.ts';

/** Labels and values for plain text; a value of several lines stands below its label. */
export function factLines(rows: Fact[]): string {
  return rows
    .map(([label, ...lines]) =>
      lines.length > 1 ? [`${label}:`, ...lines].join('\n  ') : `${label}: ${lines[0]}`,
    )
    .join('\n');
}

/** `1. …` when ordered, `- …` otherwise. */
export function listLines(items: string[], { ordered = false } = {}): string {
  return items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
}

/** A heading with what stands below it. */
export function section(heading: string, ...paragraphs: string[]): string {
  return [`■ ${heading}`, ...paragraphs].join('\n');
}

/** A link, or a button, as plain text: what it does and where. */
export function linkLine(label: string, url: string): string {
  return `${label}:\n${url}`;
}

/** Words of somebody else, marked line by line. */
export function quoteLines(words: string): string {
  return words
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
}
