import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { Recorded } from '../activities/record.ts';

/** Hears what a deal recorded while its history is run again. */
export interface ReplaySinks extends Sinks {
  replay: { recorded(recorded: Recorded): void };
}

const { replay } = proxySinks<ReplaySinks>();

/** Only in the bundle of worker/rebuild.ts: tells what a deal hands to its `record` activity, which is not run again. */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity(input, next) {
        if (input.activityType === 'record') replay.recorded(input.args[0] as Recorded);
        return next(input);
      },
    },
  ],
});
