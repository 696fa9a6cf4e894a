import { chownSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Child, startChild, waitForChild } from '../child.ts';
import { StartError } from '../start-error.ts';
import { onPath, run } from './run.ts';

export type PostgresqlOptions = { port: number; dataDir: string; logFile: string; signal?: AbortSignal };

/** The role that owns all databases; on this machine alone, so without a password. */
export const postgresqlUser = 'temporal';

/** Starts PostgreSQL on this machine's own address, with a cluster of databases in `dataDir`, made the first time. */
export async function startPostgresql({ port, dataDir, logFile, signal }: PostgresqlOptions): Promise<Child> {
  const programs = findPostgresql();
  if (!existsSync(dataDir)) await initialize(programs, dataDir);
  const [command, ...args] = asServerUser([
    join(programs, 'postgres'),
    ...['-D', dataDir, '-p', `${port}`, '-h', '127.0.0.1', '-k', ''],
    ...['-c', 'max_connections=200'],
  ]);
  const child = startChild({ name: 'PostgreSQL', command, args, env: process.env, logFile });
  await waitForChild({ child, until: () => isReady(programs, port), signal });
  return child;
}

/** The folder with `postgres` and `initdb`. */
function findPostgresql(): string {
  const found = onPath('postgres');
  // Beside what a link on the PATH leads to are the other programs.
  if (found) return dirname(realpathSync(found));
  const debian = '/usr/lib/postgresql';
  const newest = existsSync(debian)
    ? readdirSync(debian).toSorted((one, other) => +other - +one)[0]
    : undefined;
  if (newest) return join(debian, newest, 'bin');
  throw new StartError(
    'PostgreSQL was not found: put `postgres` on the PATH (https://www.postgresql.org/download).',
  );
}

/** An open port says only that a process runs. Throws what its own program says. */
async function isReady(programs: string, port: number): Promise<boolean> {
  const args = ['-h', '127.0.0.1', '-p', `${port}`];
  await run({ command: join(programs, 'pg_isready'), args, timeoutMs: 5000 });
  return true;
}

async function initialize(programs: string, dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  if (isRoot) chownSync(dataDir, Number(await idOf('-u')), Number(await idOf('-g')));
  const [command, ...args] = asServerUser([
    join(programs, 'initdb'),
    ...['-D', dataDir, '-U', postgresqlUser, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
  ]);
  await run({ command, args, timeoutMs: 120_000 });
}

const isRoot = process.getuid?.() === 0;
const serverUser = 'postgres';
const idOf = (which: '-u' | '-g') => run({ command: 'id', args: [which, serverUser], timeoutMs: 5000 });

/** PostgreSQL refuses to run as root. */
function asServerUser(words: [string, ...string[]]): [string, ...string[]] {
  if (!isRoot) return words;
  const become = ['--reuid', serverUser, '--regid', serverUser, '--clear-groups', '--pdeathsig', 'KILL'];
  return ['setpriv', ...become, ...words];
}
