import type { Block, Row } from '../blocks.ts';

/** The body of a mail as plain text, one paragraph an element. */
export function textOf(blocks: Block[]): string[] {
  return blocks.map(linesOf).filter(lines => lines !== '');
}

function linesOf(block: Block): string {
  switch (block.type) {
    case 'section':
      return [`■ ${block.title}`, ...textOf(block.parts)].join('\n');
    case 'paragraph':
    case 'small':
      return block.text;
    case 'note':
      return `→ ${block.text.replaceAll('\n', '\n  ')}`;
    case 'quote':
      return quoted(block.text);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    case 'rows':
      return block.rows.map(rowLines).join('\n');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'link':
      return `${block.before ?? `${block.label}:`}\n${block.url}`;
    case 'address':
      return '';
  }
}

/** A value of several lines stands below its label. */
function rowLines([label, ...lines]: Row): string {
  return lines.length > 1 ? [`${label}:`, ...lines].join('\n  ') : `${label}: ${lines[0]}`;
}

const quoted = (words: string) =>
  words
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
