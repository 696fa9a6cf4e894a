/** A receiver that names a year, or a moment by a clock that is wrong, must not keep a message for so long. */
const longestSeconds = 3600;

/**
 * The pause that a `Retry-After` asks for, in seconds, an hour at the most. RFC 9110 has it as seconds or as a date.
 * Nothing for what is neither, or is over. `now`: real time, epoch ms.
 */
export function pauseAskedFor(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined;
  const isSeconds = /^\d+$/.test(retryAfter);
  const seconds = isSeconds ? Number(retryAfter) : Math.ceil((Date.parse(retryAfter) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, longestSeconds) : undefined;
}
