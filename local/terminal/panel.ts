import { join } from 'node:path';
import { people } from '../people.ts';
import type { Stack } from '../stack.ts';

type Facts = { dataDir: string; seconds: number };

/** What the reader needs once everything runs: where to look, how to sign in, how to stop. */
export function welcome({ urls }: Pick<Stack, 'urls'>, { dataDir, seconds }: Facts): string {
  return boxed([
    `Offerdesk is ready (${seconds.toFixed(1)} s)`,
    '',
    ...table([
      ['Desk', urls.desk],
      ['Inquiry page', `${urls.api}/inquiry`],
      ['API documentation', `${urls.api}/api/docs`],
      ['Mailbox', urls.mailbox],
      ['AWS Marketplace', `${urls.emulator}/marketplace/private-offers (emulator)`],
      ['its control page', `${urls.emulator}/control`],
      ...(urls.temporalUi ? [['Temporal', urls.temporalUi]] : []),
    ]),
    '',
    'Sign in at the desk as',
    ...table(people.map(({ email, password, role }) => [`  ${email}`, password, role])),
    '',
    ...table([
      ['Data', dataDir],
      ['Logs', join(dataDir, 'logs')],
    ]),
    'Ctrl-C stops everything; the next npm start finds the same deals.',
  ]);
}

function table(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)),
    [],
  );
  return rows.map(row =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function boxed(lines: string[]): string {
  const width = Math.max(...lines.map(line => line.length));
  const body = lines.map(line => `│ ${line.padEnd(width)} │`);
  const edge = '─'.repeat(width + 2);
  return ['', `╭${edge}╮`, ...body, `╰${edge}╯`, ''].join('\n');
}
