import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filledOnce } from '../servers/cache.ts';
import type { Report } from '../servers/program.ts';
import { run } from '../servers/run.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where packages are found from, as from the sources. */
const within = join(ROOT, 'node_modules/.cache/offerdesk');

const folders = ['activities', 'api', 'deal', 'emails', 'emulator', 'local', 'shared', 'worker', 'workflows'];
const minutes = 60_000;

/**
 * The folder with the product as JavaScript and its workflows as one bundle, made once for each state of the sources: to
 * compile them anew at each start takes longer than everything else that a start does.
 */
export async function compiledProduct(report: Report = () => {}): Promise<string> {
  const files = folders.flatMap(filesIn);
  return filledOnce(join(within, `product-${hashOf(files)}`), async draft => {
    report('compiling, once for these sources');
    const args = ['--import', 'tsx', join(import.meta.dirname, 'compile.ts'), draft, ...folders];
    await run({ command: process.execPath, args, timeoutMs: 10 * minutes, cwd: ROOT });
  });
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
