import { setTimeout as delay } from 'node:timers/promises';

/** Looks until there is something, for what others do in their own time. Throws, with what was awaited, when the time is up. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  { withinMs = 60_000, pauseMs = 100 } = {},
): Promise<T> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    const found = await look();
    if (found) return found;
    await delay(pauseMs);
  }
  throw new Error(`Waited ${withinMs / 1000} s for ${what} in vain.`);
}
