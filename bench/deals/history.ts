import type { WorkflowHandle } from '@temporalio/client';
import type { Plan } from '../bare/workflows.ts';

export interface Counts extends Plan {
  events: number;
  /** As Temporal counts them against its limit. */
  bytes: number;
  workflowTasks: number;
}

/** What a workflow has cost Temporal so far. */
export async function countsOf(handle: WorkflowHandle): Promise<Counts> {
  const [{ events }, { historySize = 0 }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
  const all = events ?? [];
  const count = (attributes: keyof (typeof all)[number]) => all.filter(event => event[attributes]).length;
  return {
    events: all.length,
    bytes: historySize,
    workflowTasks: count('workflowTaskCompletedEventAttributes'),
    signals: count('workflowExecutionSignaledEventAttributes'),
    activities: count('activityTaskScheduledEventAttributes'),
    localActivities: count('markerRecordedEventAttributes'),
    timers: count('timerStartedEventAttributes'),
  };
}
