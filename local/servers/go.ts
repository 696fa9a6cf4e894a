import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { onPath, run } from './run.ts';

/** A program of a Go module, `name/of/module/cmd/program@v1.2.3`. Its hash is checked by Go itself (sum.golang.org). */
export type GoProgram = string;

const minutes = 60_000;

/** Builds a program from its published sources, and puts it into `file`. Takes minutes the first time. */
export async function buildWithGo(program: GoProgram, file: string): Promise<void> {
  const command = onPath('go');
  if (!command) throw new StartError('Go was not found on the PATH (https://go.dev/dl).');
  const folder = await mkdtemp(`${file}.go-`);
  try {
    const env = { ...process.env, GOBIN: folder };
    await run({ command, args: ['install', program], env, timeoutMs: 60 * minutes });
    const [built] = await readdir(folder);
    if (!built) throw new StartError(`${program} has no program.`);
    await rename(join(folder, built), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
