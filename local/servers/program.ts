import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { cacheDir, cached } from './cache.ts';
import { onPath, run } from './run.ts';

/** One place a program can be fetched from. `key` names its folder in the cache and carries the version. */
export type Source = { key: string; fetchInto: (file: string) => Promise<void> };

/** A server program, the sources known for this platform, and what a person can do when none of them works. */
export type Program = { name: string; sources: Source[]; remedy: string };

export type Report = (message: string) => void;

/** `linux-x64`, `darwin-arm64` … */
export const platform = `${process.platform}-${process.arch}`;

/** The path of a program: from the PATH, else from the cache, else fetched once from the first source that works. */
export async function findProgram(program: Program, report: Report = () => {}): Promise<string> {
  const { name, sources } = program;
  const inCache = sources.map(({ key }) => join(cacheDir(), key, name)).find(file => existsSync(file));
  return onPath(name) ?? inCache ?? (await fetchProgram(program, report));
}

async function fetchProgram({ name, sources, remedy }: Program, report: Report): Promise<string> {
  const problems: string[] = [];
  for (const { key, fetchInto } of sources) {
    report(`fetching ${key}, once`);
    try {
      const folder = await cached(key, async draft => {
        await fetchInto(join(draft, name));
        await run({ command: join(draft, name), args: ['--version'], timeoutMs: 15_000 });
      });
      return join(folder, name);
    } catch (error) {
      problems.push(`  - ${key}: ${(error as Error).message}`);
    }
  }
  const tried = problems.join('\n') || '  - no source is known for this platform';
  throw new StartError(`${name} was not found on the PATH and could not be fetched:\n${tried}\n${remedy}`);
}
