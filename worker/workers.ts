import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { type ActivityDeps, createActivities, createAwsActivities } from '../activities/activities.ts';
import { type AwsApi, awsQueue } from '../deal/contract/messages.ts';
import type { Config } from '../shared/config.ts';
import type { Tracing } from '../shared/telemetry/tracing.ts';
import { logActivity } from './log.ts';
import { createTurnSlots } from './turn-slots.ts';
import { deploymentOf } from './versions/worker-versions.ts';

/**
 * Activities a second that all workers together begin, below AWS's quotas: StartChangeSet, ListChangeSets and
 * SearchAgreements take 5 a second; what GetEntitlements takes AWS does not say.
 */
const callsPerSecond: Record<AwsApi, number> = { catalog: 4, agreement: 4, entitlement: 4 };

const usual = { type: 'fixed-size', numSlots: 100 } as const;
const usualSlots = {
  activityTaskSlotSupplier: usual,
  localActivityTaskSlotSupplier: usual,
  nexusTaskSlotSupplier: usual,
};

/** One worker for the deals and one for each API of AWS, running until `stop` is called. */
export async function startWorkers(started: {
  connection: NativeConnection;
  deps: ActivityDeps;
  workflowBundle: WorkflowBundleOption;
  tracing?: Pick<Tracing, 'activities'>;
}) {
  const { connection, deps, workflowBundle, tracing } = started;
  const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = deps.config;
  const interceptors = { activity: [logActivity, ...(tracing?.activities ?? [])] };
  const common = {
    connection,
    namespace,
    interceptors,
    shutdownGraceTime: '10s',
    ...versionOf(deps.config),
  } as const;
  // More than its CPU can do in 10 s are given away and done again, all of them.
  const turnSlots = createTurnSlots(deps.config.WORKFLOW_TASK_SLOTS);
  const workers = await Promise.all([
    Worker.create({
      ...common,
      taskQueue,
      workflowBundle,
      activities: createActivities(deps),
      tuner: { ...usualSlots, workflowTaskSlotSupplier: turnSlots.supplier },
    }),
    ...Object.entries(createAwsActivities(deps)).map(([api, activities]) =>
      Worker.create({
        ...common,
        taskQueue: awsQueue(taskQueue, api as AwsApi),
        activities,
        maxTaskQueueActivitiesPerSecond: callsPerSecond[api as AwsApi],
      }),
    ),
  ]);
  const ended = Promise.all(workers.map(worker => worker.run()));
  const progress = watchProgress(workers);
  return {
    ended,
    isWorking: progress.isMade,
    async stop(): Promise<void> {
      progress.close();
      await turnSlots.takeNoMore();
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}

/** Deals are under way for years: each goes on with whatever version is current (docs/decisions/0026-worker-versions.md). */
function versionOf(config: Config) {
  const { WORKER_BUILD_ID: buildId } = config;
  if (!buildId) return {};
  const workerDeploymentOptions = {
    version: { deploymentName: deploymentOf(config), buildId },
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  } as const;
  return { workerDeploymentOptions };
}

const longestWithoutPollMs = 60_000;

/**
 * Tells whether the workers do what they are for: false once one of them has stopped, or has asked for no more tasks for a
 * minute, since all that it has taken hangs.
 */
function watchProgress(workers: Worker[]): { isMade(): boolean; close(): void } {
  const asked = new Map(workers.map(worker => [worker, performance.now()]));
  const look = () => {
    for (const worker of workers) if (hasRoom(worker)) asked.set(worker, performance.now());
  };
  const timer = setInterval(look, 5000).unref();
  const isMade = () => {
    look();
    return workers.every(
      worker =>
        worker.getState() === 'RUNNING' &&
        performance.now() - (asked.get(worker) ?? 0) < longestWithoutPollMs,
    );
  };
  return { isMade, close: () => clearInterval(timer) };
}

function hasRoom(worker: Worker): boolean {
  const status = worker.getStatus();
  const { workflowPollerState, hasOutstandingWorkflowPoll, hasOutstandingActivityPoll } = status;
  return hasOutstandingActivityPoll && (workflowPollerState !== 'POLLING' || hasOutstandingWorkflowPoll);
}
