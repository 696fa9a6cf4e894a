import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bans } from '../../shared/config/production.ts';
import type { Setting } from '../../shared/config/reading/setting.ts';
import { settings } from '../../shared/config/settings.ts';

const file = fileURLToPath(new URL('../../docs/operating.md', import.meta.url));

/** A longer default would make the other columns unreadable. */
const longest = 100;

export const rows: [string, Setting][] = Object.entries(settings);

/** The tables of docs/operating.md that are made from the settings themselves, by the names in their comments. */
export const tables = { settings: settingsTable(), production: productionTable() };

/** Every setting. Defaults of secrets are not shown. */
function settingsTable(): string {
  return table(
    ['setting', 'default', 'what it is'],
    rows.map(([name, setting]) => [`\`${name}\``, defaultOf(name, setting), setting.means]),
  );
}

/** What production refuses. */
function productionTable(): string {
  return table(
    ['setting', 'production refuses', 'instead'],
    bans.map(({ names, refuses, instead }) => [
      names.map(name => `\`${name}\``).join(', '),
      refuses,
      instead,
    ]),
  );
}

/** The document with one of its tables as it is written now, and with what goes around it. */
export function readDocument(name: keyof typeof tables) {
  const text = readFileSync(file, 'utf8');
  const begin = `<!-- ${name}: begin -->\n`;
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(`<!-- ${name}: end -->`);
  return { before: text.slice(0, from), table: text.slice(from, to), after: text.slice(to) };
}

function defaultOf(name: string, { default: value }: Setting): string {
  if (value === '') return '';
  if (/SECRET|TOKEN/.test(name)) return 'for development only';
  return value.length > longest ? 'an example, in `shared/config/products.ts`' : `\`${value}\``;
}

function table(head: string[], body: string[][]): string {
  const lines = [head, head.map(() => '---'), ...body].map(row => `| ${row.map(cell).join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

// `node --import tsx test/docs/settings-table.ts` writes the tables anew after a setting has changed.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of ['settings', 'production'] as const) {
    const { before, after } = readDocument(name);
    writeFileSync(file, `${before}${tables[name]}${after}`);
  }
}
