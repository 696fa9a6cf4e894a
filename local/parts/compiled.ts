import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filledOnce } from '../servers/cache.ts';
import type { Report } from '../servers/program.ts';
import { run } from '../servers/run.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where packages are found from, as from the sources. */
const within = join(ROOT, 'node_modules/.cache/offerdesk');

const folders = [
  'activities',
  'api',
  'build',
  'deal',
  'emails',
  'emulator',
  'local',
  'shared',
  'worker',
  'workflows',
];
const minutes = 60_000;
const day = 86_400_000;

/**
 * The folder with the programs of the product as build/build.ts makes them, once for each state of the sources. What was made
 * of sources that are no more goes; a stack that still runs on it is not older than a day.
 */
export async function compiledProduct(report: Report = () => {}): Promise<string> {
  const files = folders.flatMap(filesIn);
  return filledOnce(join(within, `product-${hashOf(files)}`), async draft => {
    report('compiling, once for these sources');
    const args = ['--import', 'tsx', join(ROOT, 'build/build.ts'), draft, 'local/mailbox/main'];
    await run({ command: process.execPath, args, timeoutMs: 10 * minutes, cwd: ROOT });
    await forgetOld();
  });
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(within)) {
    const folder = join(within, name);
    if (Date.now() - (await stat(folder)).mtimeMs > day) await rm(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(join(ROOT, file)).isFile())
    .sort();
}

// The lock file stands for the packages that the bundle takes in.
function hashOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files, 'package-lock.json'])
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
