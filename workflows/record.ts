import { proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { RecordActivities, Recorded } from '../activities/record.ts';

// A short idempotent write: a local activity costs one event.
const atOnce = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '3s',
  retry: { maximumAttempts: 1 },
});
// The same write for as long as MongoDB is away; nothing is lost meanwhile, and the history does not grow.
const patiently = proxyActivities<RecordActivities>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
  summary: 'until MongoDB has it',
});

/**
 * How many local attempts one workflow task has. After 8 s a worker asks the server for more time, and a local activity
 * that is under way over two such moments leaves a history that nobody can run again. Two of 3 s end before the first.
 */
const mostAtOnce = 2;

/** Gives what writes entries of one deal: at once where MongoDB answers, else for as long as it takes. */
export function createRecord(): RecordActivities['record'] {
  let task = { historyLength: 0, attempts: 0 };

  function mayTryAtOnce(): boolean {
    const { historyLength } = workflowInfo();
    if (task.historyLength !== historyLength) task = { historyLength, attempts: 0 };
    task.attempts += 1;
    return task.attempts <= mostAtOnce;
  }

  return async (recorded: Recorded) => {
    if (!mayTryAtOnce()) return patiently.record(recorded);
    // Whatever was in its way, and even if that attempt comes to its end later: the same may be written twice.
    return atOnce.record(recorded).catch(() => patiently.record(recorded));
  };
}
