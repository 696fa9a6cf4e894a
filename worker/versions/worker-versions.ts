import { setTimeout as pause } from 'node:timers/promises';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { Config } from '../../shared/config.ts';

/**
 * The workers of all releases of one installation are one worker deployment, named as the queue that they take deals from.
 * Temporal allows neither of these two characters in it.
 */
export const deploymentOf = ({ TEMPORAL_TASK_QUEUE }: Pick<Config, 'TEMPORAL_TASK_QUEUE'>) =>
  TEMPORAL_TASK_QUEUE.replaceAll(/[.:]/g, '-');

/** What Temporal knows of the versions of the workers. */
export interface Versions {
  /** Its workers take the deals. None: those that were started without a version. */
  current?: string;
  /** Its workers take this part of the deals beside the current one. */
  ramping?: { buildId: string; percent: number };
  known: string[];
}

/**
 * Says which version of the workers takes the deals; a version whose workers are just starting is waited for. What is said
 * is said again without harm. Throws what Temporal answers.
 */
export function workerVersions({
  temporal,
  config,
}: {
  temporal: Client;
  config: Pick<Config, 'TEMPORAL_NAMESPACE' | 'TEMPORAL_TASK_QUEUE'>;
}) {
  const { workflowService } = temporal.connection;
  const deployment = { namespace: config.TEMPORAL_NAMESPACE, deploymentName: deploymentOf(config) };

  return {
    async list(): Promise<Versions> {
      const answer = await workflowService.describeWorkerDeployment(deployment);
      const { routingConfig: routing, versionSummaries } = answer.workerDeploymentInfo ?? {};
      const current = routing?.currentDeploymentVersion?.buildId;
      const ramping = routing?.rampingDeploymentVersion?.buildId;
      const percent = routing?.rampingVersionPercentage ?? 0;
      return {
        ...(current && { current }),
        ...(ramping && { ramping: { buildId: ramping, percent } }),
        known: (versionSummaries ?? []).flatMap(each => each.deploymentVersion?.buildId ?? []),
      };
    },

    /** From now on all deals are the current version's, those under way from their next step on. */
    async makeCurrent(buildId: string): Promise<void> {
      await whenItsWorkersAsk(() =>
        workflowService.setWorkerDeploymentCurrentVersion({ ...deployment, buildId }),
      );
    },

    /** From now on so many of a hundred deals are this version's. */
    async ramp(buildId: string, percentage: number): Promise<void> {
      await whenItsWorkersAsk(() =>
        workflowService.setWorkerDeploymentRampingVersion({ ...deployment, buildId, percentage }),
      );
    },

    /** From now on workers take the deals that were started without a version. */
    async useNone(): Promise<void> {
      await workflowService.setWorkerDeploymentCurrentVersion({ ...deployment, buildId: '' });
    },
  };
}

/** NOT_FOUND and FAILED_PRECONDITION: its workers have not asked for tasks yet, on one of the queues. */
const notThereYet: unknown[] = [5, 9];
const patienceMs = 60_000;
const pauseMs = 500;

async function whenItsWorkersAsk(call: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      const comes = isGrpcServiceError(error) && notThereYet.includes(error.code);
      if (!comes || Date.now() > until) throw error;
      await pause(pauseMs);
    }
  }
}
