import { execFile } from 'node:child_process';
import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleProgram, bundleWorkflowSources, bundleWorkflowThread } from './bundle.ts';

/** `node --import tsx build/build.ts <into> [further programs]`: the programs of the product, each in one file. */
const [into = 'dist', ...further] = process.argv.slice(2);
const programs = [
  'api/server',
  'api/staff',
  'emulator/main',
  'worker/main',
  'worker/rebuild',
  'worker/versions',
  'worker/write-bundle',
];

await mkdir(into, { recursive: true });
await writeFile(join(into, 'package.json'), '{ "type": "module" }\n');
await Promise.all([
  ...[...programs, ...further].map(program => bundleProgram(program, into)),
  bundleWorkflowThread(into),
  bundleWorkflowSources(into),
  copyBesideCode('api'),
]);
// By the program as it was built: the engine's bundler takes what stands beside it.
const bundles = ['workflows.js', 'replay.js'].map(file => join(into, file));
await promisify(execFile)(process.execPath, [join(into, 'worker/write-bundle.js'), ...bundles]);

/** What the code reads beside itself: styles, scripts, texts. */
function copyBesideCode(folder: string): Promise<void> {
  const isCode = async (file: string) => /\.tsx?$/.test(file) && !(await stat(file)).isDirectory();
  return cp(folder, join(into, folder), { recursive: true, filter: async file => !(await isCode(file)) });
}
