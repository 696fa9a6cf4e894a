import { setTimeout as pause } from 'node:timers/promises';

/** What the work gives, or what `late` gives or throws when it is not done after so many milliseconds. It goes on unheard then. */
export async function inTime<T>(
  work: PromiseLike<T>,
  { ms, late }: { ms: number; late: () => T },
): Promise<T> {
  const over = new AbortController();
  const isLate = pause(ms, undefined, { signal: over.signal, ref: false }).then(late);
  return Promise.race([work, isLate]).finally(() => over.abort());
}
