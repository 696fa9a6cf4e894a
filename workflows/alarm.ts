import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { type Clock, realDelay } from '../shared/clock.ts';

/**
 * The one timer of a deal. It is set for the next deadline before every wait; while the deadline stays the same the
 * timer does too, since starting one and taking it back costs two events of history.
 */
export function createAlarm(clock: Clock) {
  let setFor: string | undefined;
  let rang = false;
  let scope = new CancellationScope();

  return {
    get rang() {
      return rang;
    },

    /** For the moment of business time, or for none. */
    set(at: string | undefined): void {
      if (at === setFor && !rang) return;
      scope.cancel();
      setFor = at;
      rang = false;
      if (at) ring(at);
    },
  };

  function ring(at: string): void {
    scope = new CancellationScope();
    const delay = realDelay(clock, { until: at, now: Date.now() });
    scope
      .run(() => sleep(delay))
      .then(
        () => {
          rang = true;
        },
        error => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
