import { spawnSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../servers/run.ts';

/** A small disk, which can be full. */
export interface Disk {
  /** Leaves no room for a single byte more. */
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

/** Enough for MongoDB's journal and Temporal's histories of some hundred deals. */
const size = '1g';
const block = Buffer.alloc(1 << 20);

/** Puts a small disk at an empty folder; nothing where this process may not, as most users may not. */
export async function mountDisk(folder: string): Promise<Disk | undefined> {
  const mount = ['-t', 'tmpfs', '-o', `size=${size}`, 'offerdesk-chaos', folder];
  const isThere = await run({ command: 'mount', args: mount, timeoutMs: 10_000 }).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  // It would outlive a run that is broken off.
  const unmount = () => void spawnSync('umount', ['--lazy', folder]);
  process.once('exit', unmount);
  const ballast = join(folder, 'ballast');
  const empty = () => rm(ballast, { force: true });
  return {
    fill: () => fillWith(ballast),
    empty,
    remove: async () => {
      await empty();
      process.removeListener('exit', unmount);
      // Lazy: a server that was killed a moment ago may still have its files open.
      unmount();
    },
  };
}

async function fillWith(ballast: string): Promise<void> {
  const file = await open(ballast, 'w');
  try {
    for (;;) await file.write(block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}
