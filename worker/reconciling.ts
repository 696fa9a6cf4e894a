import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { reconcileWorkflow } from '../deal/contract/messages.ts';
import type { Config } from '../shared/config.ts';
import { askAwsNow, reconcileScheduleId } from '../shared/marketplace/safety-net.ts';

/** Makes sure that AWS is asked regularly for what its events did not tell. Any number of workers may call it. */
export async function scheduleReconciling(client: Client, config: Config): Promise<void> {
  const { TEMPORAL_TASK_QUEUE: taskQueue, RECONCILE_SECONDS } = config;
  const scheduleId = reconcileScheduleId(config);
  const spec = { intervals: [{ every: RECONCILE_SECONDS * 1000 }] };
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
      action: {
        type: 'startWorkflow',
        workflowType: reconcileWorkflow,
        workflowId: scheduleId,
        taskQueue,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(known => ({ ...known, spec }));
  }
}

/** Has AWS asked as soon as a worker runs, as far back as at the first look: what it has told meanwhile may be lost. */
export async function reconcileFromTheBeginning(client: Client, config: Config): Promise<void> {
  try {
    await client.schedule.getHandle(reconcileScheduleId(config)).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
  await scheduleReconciling(client, config);
  await askAwsNow(client, config);
}
