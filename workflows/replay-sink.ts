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
      scheduleLocalActivity: (input, next) => next(told(input)),
      scheduleActivity: (input, next) => next(told(input)),
    },
  ],
});

/** The same entries may be told twice: at once, and while MongoDB was away. */
function told<T extends { activityType: string; args: unknown[] }>(input: T): T {
  if (input.activityType === 'record') replay.recorded(input.args[0] as Recorded);
  return input;
}
