import type { WorkflowHandle } from '@temporalio/client';
import type { WorkerOptions } from '@temporalio/worker';
import { dealInput } from '../../api/service/open.ts';
import { awsQueue } from '../../deal/contract/messages.ts';
import { readConfig } from '../../shared/config.ts';
import { openDatabase } from '../../shared/models/database.ts';
import { sampleInquiry } from '../../test/support/samples.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { createBareActivities } from '../bare/activities.ts';
import type { Plan } from '../bare/workflows.ts';
import { quietRuntime, startServers } from '../servers.ts';
import { mean } from '../statistics.ts';
import { createDealActivities } from './activities.ts';
import { playBare } from './bare-deal.ts';
import { bundleBare, startEngine } from './engine.ts';
import { playDeal } from './full-deal.ts';
import { countsOf } from './history.ts';
import { createMilestones } from './milestones.ts';

export type Stage = Awaited<ReturnType<typeof setStage>>;

const bareQueue = 'bare';

/**
 * Deals and bare workflows on the same new servers, their workers in this process. `worker`: further options of the
 * workers that run workflows.
 */
export async function setStage(
  folder: string,
  worker: Pick<WorkerOptions, 'debugMode' | 'maxCachedWorkflows'> = {},
) {
  quietRuntime();
  const servers = await startServers(folder);
  const config = readConfig({
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: servers.temporalAddress,
    MONGODB_URI: servers.mongodbUri,
  });
  const db = await openDatabase(config.MONGODB_URI);
  const engine = await startEngine(servers.temporalAddress);
  const { client } = engine;
  const milestones = createMilestones();
  const deals = createDealActivities({ config, db, client, reached: milestones.reached });
  const writes: number[] = [];
  const record: typeof deals.record = written => {
    // Of the first deals: to measure costs time.
    if (writes.length < 40) writes.push(Buffer.byteLength(JSON.stringify(written)));
    return deals.record(written);
  };
  const activities = { ...deals, record };
  const taskQueue = config.TEMPORAL_TASK_QUEUE;
  const at = new Date().toISOString();
  const input = dealInput(config, { dealId: 'bare', commandId: 'bare', inquiry: sampleInquiry(), at });
  const bundles = { deals: await bundleWorkflows(), bare: await bundleBare() };
  await engine.work({ ...worker, taskQueue, workflowBundle: bundles.deals, activities });
  for (const api of ['catalog', 'agreement', 'entitlement'] as const)
    await engine.work({ taskQueue: awsQueue(taskQueue, api), activities });
  await engine.work({
    ...worker,
    taskQueue: bareQueue,
    workflowBundle: bundles.bare,
    activities: createBareActivities({ ...milestones, db }),
  });
  return {
    playDeal: (pauseMs?: number) => playDeal({ client, config, milestones, pauseMs }),
    /** What a bare workflow has to do to be like this deal. */
    async planOf(deal: WorkflowHandle): Promise<Plan> {
      return { ...(await countsOf(deal)), localActivityBytes: Math.round(mean(writes)) };
    },
    playBare: (plan: Plan, pauseMs?: number) =>
      playBare({ client, taskQueue: bareQueue, milestones, plan, input, pauseMs }),
    bundles,
    async stop() {
      await engine.stop();
      await db.close();
      await servers.stop();
    },
  };
}
