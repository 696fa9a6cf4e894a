import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { reconcileWorkflow } from '../../deal/contract/messages.ts';
import type { Config } from '../config.ts';
import { callTemporal } from '../temporal/signal.ts';

/** The schedule by which AWS is asked for what its events did not tell. */
export const reconcileScheduleId = ({ TEMPORAL_TASK_QUEUE }: Config) =>
  `${reconcileWorkflow}-${TEMPORAL_TASK_QUEUE}`;

/**
 * Asks AWS now instead of at the next turn; once more when it is just being asked, since that look may have begun too
 * early. Throws the Problem temporalUnavailable, and ScheduleNotFoundError before any worker has run.
 */
export async function askAwsNow(temporal: Client, config: Config): Promise<void> {
  const schedule = temporal.schedule.getHandle(reconcileScheduleId(config));
  await callTemporal(temporal, () => schedule.trigger(ScheduleOverlapPolicy.BUFFER_ONE));
}
