import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../../shared/config.ts';

const file = fileURLToPath(new URL('../../docs/operating.md', import.meta.url));
const begin = '<!-- settings: begin -->\n';
const end = '<!-- settings: end -->';

/** A longer default would make the other columns unreadable. */
const longest = 80;

interface Setting {
  description?: string;
  default?: unknown;
}

export const settings = Object.entries(configSchema.properties as Record<string, Setting>);

/** The table of every setting, from the schema itself. Defaults of secrets are not shown. */
export function settingsTable(): string {
  const rows = settings.map(
    ([name, setting]) => `| \`${name}\` | ${defaultOf(name, setting)} | ${cell(setting.description ?? '')} |`,
  );
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** docs/operating.md in three parts: before the table, the table as it is written now, and after it. */
export function readDocument() {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  return { before: text.slice(0, from), table: text.slice(from, to), after: text.slice(to) };
}

function defaultOf(name: string, { default: value }: Setting): string {
  if (value === undefined || value === '') return '';
  if (/SECRET|TOKEN/.test(name)) return 'for development only';
  const text = String(value);
  return text.length > longest ? 'an example, in `shared/config.ts`' : `\`${cell(text)}\``;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

// `node --import tsx test/docs/settings-table.ts` writes the table anew after a setting has changed.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { before, after } = readDocument();
  writeFileSync(file, `${before}${settingsTable()}${after}`);
}
