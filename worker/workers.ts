import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type NativeConnection,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { type ActivityDeps, createActivities, createAwsActivities } from '../activities/activities.ts';

/** Calls a second that all workers together make to AWS; its quotas begin at 5 (StartChangeSet, SearchAgreements). */
const awsCallsPerSecond = 4;

/** The workflow code, bundled once for all workers of a process. */
export function bundleWorkflows(): Promise<WorkflowBundle> {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`../workflows/workflows${extension}`, import.meta.url)),
    // Stack traces keep their lines; the sources themselves would be most of the bundle.
    webpackConfigHook: config => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
}

/** One worker for the deals and one for the calls to AWS, running until `stop` is called. */
export async function startWorkers(started: {
  connection: NativeConnection;
  deps: ActivityDeps;
  workflowBundle?: WorkflowBundle;
}) {
  const { connection, deps } = started;
  const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = deps.config;
  const workflowBundle = started.workflowBundle ?? (await bundleWorkflows());
  const common = { connection, namespace, shutdownGraceTime: '10s' } as const;
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue, workflowBundle, activities: createActivities(deps) }),
    Worker.create({
      ...common,
      taskQueue: `${taskQueue}-aws`,
      activities: createAwsActivities(deps),
      maxTaskQueueActivitiesPerSecond: awsCallsPerSecond,
    }),
  ]);
  const ended = Promise.all(workers.map(worker => worker.run()));
  return {
    ended,
    async stop(): Promise<void> {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
