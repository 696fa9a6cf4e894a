import type { WorkflowHandle } from '@temporalio/client';
import type { Plan } from '../bare/workflows.ts';
import { mean } from '../statistics.ts';

/** What a deal writes at a time stands in no history: the stage knows its size. */
export interface Counts extends Omit<Plan, 'localActivityBytes'> {
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
  const signals = all.flatMap(event => event.workflowExecutionSignaledEventAttributes ?? []);
  const activities = all.flatMap(event => event.activityTaskScheduledEventAttributes ?? []);
  return {
    events: all.length,
    bytes: historySize,
    workflowTasks: count('workflowTaskCompletedEventAttributes'),
    signals: signals.length,
    activities: activities.length,
    signalBytes: meanBytes(signals),
    activityBytes: meanBytes(activities),
    localActivities: count('markerRecordedEventAttributes'),
    timers: count('timerStartedEventAttributes'),
  };
}

type Given = { input?: { payloads?: { data?: Uint8Array | null }[] | null } | null };

function meanBytes(all: Given[]): number {
  const sizes = (given: Given) => given.input?.payloads?.map(({ data }) => data?.length ?? 0) ?? [];
  return Math.round(mean(all.flatMap(sizes)));
}
