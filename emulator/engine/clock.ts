import { END_OF_TIME } from './dates.ts';

/** Business time at `business` (epoch ms) when the machine's clock showed `real`; it runs `scale` times as fast. */
export type ClockState = { scale: number; real: number; business: number };

export type Clock = {
  /** Business time. */
  now(): Date;
  /** The machine's time (epoch ms) at which the business clock will show `moment`. */
  realTimeOf(moment: Date): number;
};

/** Reads `state` on every call, so that a change made by the control API counts at once. */
export function createClock(state: () => ClockState): Clock {
  return {
    now() {
      const { scale, real, business } = state();
      // However fast it runs, there is a last moment that can be written.
      return new Date(Math.min(business + (Date.now() - real) * scale, END_OF_TIME.getTime()));
    },
    realTimeOf(moment) {
      const { scale, real, business } = state();
      return real + (moment.getTime() - business) / scale;
    },
  };
}
