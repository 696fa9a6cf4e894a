/** Most waits are short; a long one is not worth a look every time. */
const pauseMs = { first: 20, longest: 250 };

/**
 * Waits until `look` gives something and returns it. Throws, with what was seen last, when it has not after `withinMs`.
 * A condition instead of a sleep.
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  { withinMs = 60_000, what = 'condition' }: { withinMs?: number; what?: string } = {},
): Promise<NonNullable<T>> {
  const until = Date.now() + withinMs;
  let last: unknown;
  let pause = pauseMs.first;
  while (Date.now() < until) {
    try {
      const found = await look();
      if (found) return found as NonNullable<T>;
      last = found;
    } catch (error) {
      last = error;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
    pause = Math.min(pause * 1.3, pauseMs.longest);
  }
  throw new Error(
    `${what} did not hold within ${withinMs} ms; last seen: ${last instanceof Error ? last.stack : JSON.stringify(last)}`,
  );
}
