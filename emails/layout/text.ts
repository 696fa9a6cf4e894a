import type { Messages } from '../../shared/i18n/messages.ts';
import type { Block, Row } from '../blocks.ts';

/** How the reader's language writes a label and what it is of. */
type Labelling = Pick<Messages['ui'], 'labelled'>;

/** The body of a mail as plain text, one paragraph an element. */
export function textOf(blocks: Block[], ui: Labelling): string[] {
  return blocks.map(block => linesOf(block, ui)).filter(lines => lines !== '');
}

function linesOf(block: Block, ui: Labelling): string {
  switch (block.type) {
    case 'section':
      return [`■ ${block.title}`, ...textOf(block.parts, ui)].join('\n');
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
      return block.rows.map(row => rowLines(row, ui)).join('\n');
    case 'button':
      return above(block.label, [block.url], ui);
    case 'link':
      return block.before ? `${block.before}\n${block.url}` : above(block.label, [block.url], ui);
    case 'address':
      return '';
  }
}

/** A value of several lines stands below its label. */
function rowLines([label, ...lines]: Row, ui: Labelling): string {
  const [only = '', ...more] = lines;
  return more.length > 0
    ? above(
        label,
        lines.map(line => `  ${line}`),
        ui,
      )
    : ui.labelled(label, only);
}

const above = (label: string, lines: string[], { labelled }: Labelling) =>
  [labelled(label, '').trimEnd(), ...lines].join('\n');

const quoted = (words: string) =>
  words
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
