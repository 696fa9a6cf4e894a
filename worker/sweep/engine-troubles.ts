import type { Client } from '@temporalio/client';
import { dealIdOf, dealWorkflow } from '../../deal/contract/messages.ts';
import { type Stuck, trouble } from '../../deal/stuck.ts';
import type { Config } from '../../shared/config.ts';
import type { Database } from '../../shared/models/database.ts';

interface Needs {
  temporal: Client;
  config: Pick<Config, 'TEMPORAL_TASK_QUEUE'>;
  db: Database;
  now: () => string;
}

const mostTold = 1000;

/**
 * Has the desk show deals whose workflow fails again and again: code that does not fit their history, or an error in it.
 * Temporal names them after five failures (TemporalReportedProblems). Such a deal cannot say so itself; what it records
 * once it goes on is without it. Gives their ids.
 */
export async function noteEngineTroubles(needs: Needs): Promise<string[]> {
  const dealIds = await failing(needs);
  const { deals } = needs.db;
  const stuck: Stuck = { ...trouble({ step: 'engine', reason: 'engine' }), since: needs.now() };
  const row = { step: stuck.step, reason: stuck.reason };
  const key = { 'troubles.engine': { $concat: [stuck.since, ' ', '$_id', ' ', '$list.worth'] } };
  await deals.updateMany(
    { _id: { $in: dealIds }, 'deal.stuck.reason': { $ne: 'engine' } },
    [
      {
        $set: {
          stuck: true,
          'deal.stuck': and('$deal.stuck', stuck),
          'row.stuck': and('$row.stuck', row),
          ...key,
        },
      },
    ],
    { updatePipeline: true },
  );
  await forgetOthers(needs.db, dealIds);
  return dealIds;
}

const and = (list: string, one: object) => ({ $concatArrays: [list, [{ $literal: one }]] });

async function failing({ temporal, config }: Needs): Promise<string[]> {
  const query = [
    `WorkflowType = '${dealWorkflow}'`,
    `TaskQueue = '${config.TEMPORAL_TASK_QUEUE}'`,
    `ExecutionStatus = 'Running'`,
    `TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`,
  ].join(' AND ');
  const found: string[] = [];
  for await (const { workflowId } of temporal.workflow.list({ query })) {
    found.push(dealIdOf(workflowId));
    if (found.length === mostTold) break;
  }
  return found;
}

/** Deals that go on again, and have had nothing to record since. */
async function forgetOthers({ deals }: Database, dealIds: string[]): Promise<void> {
  await deals.updateMany(
    { stuck: true, 'deal.stuck.reason': 'engine', _id: { $nin: dealIds } },
    [
      { $set: { 'deal.stuck': without('$deal.stuck'), 'row.stuck': without('$row.stuck') } },
      { $set: { stuck: { $gt: [{ $size: '$deal.stuck' }, 0] } } },
      { $unset: 'troubles.engine' },
    ],
    { updatePipeline: true },
  );

  function without(input: string) {
    return { $filter: { input, cond: { $ne: ['$$this.reason', 'engine'] } } };
  }
}
