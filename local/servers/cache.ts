import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';

/** Where fetched servers are kept, outside node_modules so that `npm ci` does not throw them away. */
export function cacheDir(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'offerdesk');
}

/** The folder `key` of the cache, filled by `fill` the first time. */
export function cached(key: string, fill: (folder: string) => Promise<void>): Promise<string> {
  return filledOnce(join(cacheDir(), key), fill);
}

/**
 * A folder that `fill` fills the first time. It appears in one move when it is complete: an interrupted or parallel run
 * never leaves a half one.
 */
export async function filledOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const draft = await makeDraft(folder);
  try {
    await fill(draft);
    await publish(draft, folder);
  } catch (error) {
    throw withDiskFull(error, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function makeDraft(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    return await mkdtemp(`${folder}.part-`);
  } catch (error) {
    throw new StartError(
      `The cache ${dirname(folder)} cannot be written: ${(error as Error).message}. Set XDG_CACHE_HOME to a folder that can.`,
    );
  }
}

async function publish(draft: string, folder: string): Promise<void> {
  await rename(draft, folder).catch(error => {
    // Another process was quicker: its folder is as good as ours.
    if (!existsSync(folder)) throw error;
  });
}

function withDiskFull(error: unknown, folder: string): unknown {
  const isFull = /ENOSPC|no space left/i.test(String((error as Error).message));
  return isFull
    ? new StartError(`The disk that holds ${dirname(folder)} is full. Free some space, then start again.`)
    : error;
}
