import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';
import { run } from '../servers/run.ts';

/** `node --import tsx local/product/compile.ts <into> <folder> …`: types away, files beside the code copied, workflows bundled. */
const [into = '', ...folders] = process.argv.slice(2);
const day = 86_400_000;

for (const folder of folders) await compileFolder(folder);
await run({
  command: process.execPath,
  args: [join(into, 'worker/write-bundle.js'), join(into, 'workflows.js')],
  timeoutMs: day,
});
await forgetOld(dirname(into));

async function compileFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  await Promise.all(files.map(file => (/\.tsx?$/.test(file) ? compileFile(file) : copy(file))));
}

async function compileFile(file: string): Promise<void> {
  const { code, map = '' } = await transformFile(file, optionsFor(file));
  const target = join(into, file.replace(/\.tsx?$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.map`, map);
  await writeFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
}

async function copy(file: string): Promise<void> {
  const target = join(into, file);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(file, target);
}

/** As tsconfig.json says it to the compiler. */
function optionsFor(file: string) {
  return {
    configFile: false,
    swcrc: false,
    sourceMaps: true,
    sourceFileName: resolve(file),
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: file.endsWith('x') },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      rewriteRelativeImportExtensions: true,
    },
  } as const;
}

/** What was compiled from sources that are no more; a stack that still runs on it is not older than a day. */
async function forgetOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > day) await rm(join(cache, name), { recursive: true, force: true });
  }
}
