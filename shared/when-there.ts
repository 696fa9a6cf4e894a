import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const pauseMs = 1000;

/** MongoDB's Unauthorized, AuthenticationFailed, Atlas's own of the same, and indexes that contradict ours. */
const hopelessCodes: unknown[] = [13, 18, 8000, 85, 86];

/**
 * What `open` opens, however long its server is away: a process that is started during an election or before its servers
 * waits and says so. Throws what no waiting cures: a wrong password, an address that is none.
 */
export async function whenThere<Opened>(
  server: string,
  { open, log }: { open: () => Promise<Opened>; log: Pick<Logger, 'warn'> },
): Promise<Opened> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof Error) || isHopeless(error)) throw error;
      log.warn({ reason: error.message }, `waiting for ${server}`);
      await pause(pauseMs);
    }
  }
}

function isHopeless(error: Error): boolean {
  if (error instanceof TypeError) return true;
  const code = 'code' in error ? error.code : undefined;
  return /Parse|InvalidArgument|Authentication/.test(error.name) || hopelessCodes.includes(code);
}
