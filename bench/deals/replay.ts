import type { WorkflowHandle } from '@temporalio/client';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';

/** The worker and its modules are begun once, whatever there is to replay: so much is replayed more often than once. */
const times = { few: 2, many: 22 };

/** Milliseconds of CPU, of all threads, to run a history again, as a worker does whose cache has lost the deal. */
export async function replayCost(
  handle: WorkflowHandle,
  workflowBundle: WorkflowBundleOption,
): Promise<number> {
  const history = await handle.fetchHistory();
  const { workflowId } = handle;
  async function costOf(count: number): Promise<number> {
    const began = process.cpuUsage();
    const histories = Array.from({ length: count }, (_, number) => ({
      workflowId: `${workflowId}-${number}`,
      history,
    }));
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories))
      if (error) throw error;
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  }
  const few = await costOf(times.few);
  return ((await costOf(times.many)) - few) / (times.many - times.few);
}
