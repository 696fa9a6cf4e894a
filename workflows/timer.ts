import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { type Clock, realDelay } from '../shared/clock.ts';

/**
 * The one timer of a deal, set for the next deadline before every wait. Starting one and taking it back costs two events
 * of history, so one that rings too early is kept: the deal then looks, and sets it anew.
 */
export function createTimer(clock: Clock) {
  let setFor: string | undefined;
  let rang = false;
  let scope = new CancellationScope();

  return {
    get rang() {
      return rang;
    },

    /** For the moment of business time, or for none. */
    set(at: string | undefined): void {
      if (!rang && (at === setFor || ringsBefore(at))) return;
      scope.cancel();
      setFor = at;
      rang = false;
      if (at) ring(at);
    },
  };

  function ringsBefore(at: string | undefined): boolean {
    return setFor !== undefined && (at === undefined || Date.parse(setFor) <= Date.parse(at));
  }

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
