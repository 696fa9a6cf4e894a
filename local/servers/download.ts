import { createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../start-error.ts';
import { run } from './run.ts';
import { assertSha256 } from './wheel.ts';

/** A program in a .tar.gz of its maker's, with the list of hashes published beside it. */
export type Download = { url: string; sha256Url: string; program: string };

const REACHABLE_MS = 3000;
const WHOLE_MS = 180_000;

/** Fetches the maker's archive, checks it against the published hash, and puts its program into `file`. Fails fast when offline. */
export async function fetchFromMaker({ url, sha256Url, program }: Download, file: string): Promise<void> {
  const expected = await publishedHash(sha256Url, url);
  const folder = await mkdtemp(`${file}.download-`);
  try {
    const archive = join(folder, 'archive.tar.gz');
    await save(url, archive);
    await assertSha256(archive, expected);
    await run({ command: 'tar', args: ['-xzf', archive, '-C', folder], timeoutMs: 60_000 });
    await copyFile(join(folder, program), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The list is small, so this is the check that the maker can be reached at all.
async function publishedHash(sha256Url: string, url: string): Promise<string> {
  const list = await (await get(sha256Url, REACHABLE_MS)).text();
  const line = list.split('\n').find(candidate => candidate.includes(url.slice(url.lastIndexOf('/') + 1)));
  const hash = line?.match(/\b[0-9a-f]{64}\b/)?.[0];
  if (!hash) throw new StartError(`${sha256Url} does not name the hash of ${url}.`);
  return hash;
}

async function save(url: string, file: string): Promise<void> {
  const { body } = await get(url, WHOLE_MS);
  if (!body) throw new StartError(`${url} is empty.`);
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file));
}

async function get(url: string, timeoutMs: number): Promise<Response> {
  const { host } = new URL(url);
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => {
    throw new StartError(`${host} cannot be reached.`);
  });
  if (!response.ok) throw new StartError(`${url} answered ${response.status}.`);
  return response;
}
