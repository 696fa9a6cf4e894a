/**
 * The one clock of business time. `scale` 1 is real time; a larger one makes deadlines, terms and reminders pass
 * faster for everybody who is given the same scale and anchor. Time-outs and retries stay in real time.
 */
export interface Clock {
  scale: number;
  /** Epoch milliseconds at which business and real time were the same. */
  anchor: number;
}

/** Business time as ISO text for a real moment in epoch milliseconds. */
export function businessTime(clock: Clock, real: number): string {
  return new Date(clock.anchor + (real - clock.anchor) * clock.scale).toISOString();
}

/** Real milliseconds from a real moment until a business moment; 1 at the least, so that a timer always fires. */
export function realDelay(clock: Clock, { until, now }: { until: string; now: number }): number {
  const real = clock.anchor + (Date.parse(until) - clock.anchor) / clock.scale;
  return Math.max(1, Math.ceil(real - now));
}
