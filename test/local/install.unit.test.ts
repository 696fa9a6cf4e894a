import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';

// Real processes and connections take long on a busy machine.
jest.setTimeout(60_000);

const INSTALL = join(import.meta.dirname, '../../local/install.js');
let folder: string;

type Outcome = { code: number; output: string };

// Runs the real program in a folder of its own, with an npm that only writes down how it was called.
function install(...nodeOptions: string[]): Promise<Outcome> {
  const env = { PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin` };
  return new Promise(resolve => {
    execFile(process.execPath, [...nodeOptions, INSTALL], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

async function fakeNpm(body: string): Promise<void> {
  const file = join(folder, 'bin/npm');
  await writeFile(file, `#!/bin/sh\necho "$1" >> calls\n${body}\n`);
  await chmod(file, 0o755);
}

const calls = async () =>
  (await readFile(join(folder, 'calls'), 'utf8').catch(() => '')).trim().split('\n').filter(Boolean);
const WORKS = 'mkdir -p node_modules; echo "{}" > node_modules/.package-lock.json';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'package-lock.json'), '{"lockfileVersion":3}');
  await fakeNpm(WORKS);
});

afterEach(() => rm(folder, { recursive: true }));

test('installs when nothing is installed, and not again', async () => {
  expect((await install()).code).toBe(0);
  expect((await install()).output).toBe('');
  expect(await calls()).toEqual(['ci']);
});

test('installs again when the lock file has changed', async () => {
  await install();
  await writeFile(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
  const later = new Date(Date.now() + 60_000);
  await utimes(join(folder, 'package-lock.json'), later, later);
  await install();
  expect(await calls()).toEqual(['ci', 'ci']);
});

test('does not install again when a fresh checkout only touches the lock file', async () => {
  await install();
  const later = new Date(Date.now() + 60_000);
  await utimes(join(folder, 'package-lock.json'), later, later);
  await install();
  expect(await calls()).toEqual(['ci']);
});

test('takes the locked versions where the registry has no packages of other platforms', async () => {
  await fakeNpm(
    `if [ "$1" = ci ]; then echo "npm error Missing: @swc/core-darwin-x64@ from lock file" >&2; exit 1; fi; ${WORKS}`,
  );
  expect((await install()).code).toBe(0);
  expect(await calls()).toEqual(['ci', 'install']);
});

test('stops when package.json asks for more than the lock file has', async () => {
  await fakeNpm('echo "npm error Missing: fastify@5.0.0 from lock file" >&2; exit 1');
  const { code, output } = await install();
  expect(code).toBe(1);
  expect(output).toContain('Missing: fastify@5.0.0');
  expect(await calls()).toEqual(['ci']);
});

test('says that the registry cannot be reached', async () => {
  await fakeNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
  const { code, output } = await install();
  expect(code).toBe(1);
  expect(output).toContain('The npm registry cannot be reached.');
});

test('says that the disk is full', async () => {
  await fakeNpm('echo "npm error ENOSPC: no space left on device" >&2; exit 1');
  expect((await install()).output).toContain('The disk is full.');
});

test('refuses a Node that is too old, by name, before it does anything', async () => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '20.18.3' })";
  const { code, output } = await install('--import', `data:text/javascript,${encodeURIComponent(old)}`);
  expect(code).toBe(1);
  expect(output).toContain('needs Node 20.19 or newer; this is 20.18.3');
  expect(await calls()).toEqual([]);
});
