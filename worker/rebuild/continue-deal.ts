import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { CommandType } from '../../deal/commands.ts';
import {
  type DealInput,
  dealWorkflow,
  dealWorkflowId,
  type SignalPayload,
} from '../../deal/contract/messages.ts';
import { commandTypes } from '../../deal/decider.ts';
import type { Config } from '../../shared/config.ts';
import type { Database } from '../../shared/models/database.ts';
import { callTemporal } from '../../shared/temporal/signal.ts';
import { dealToldBy, openingIn } from './retold.ts';

interface Needs {
  temporal: Client;
  db: Database;
  config: Pick<Config, 'TEMPORAL_TASK_QUEUE' | 'clock'>;
}

type HistoryEvent = NonNullable<History['events']>[number];

/** A command as it was signalled. */
interface Told {
  type: CommandType;
  payload: SignalPayload;
}

/** As many as travel from one run into the next. */
const remembered = 1000;

/**
 * Has the engine go on with a deal from its timeline, as one run goes on from the one before. A run that knows less ends, and
 * what it was told and the timeline does not have is told again. Doing it again does the same. Throws when the timeline has a gap.
 */
export async function continueDeal({ temporal, db, config }: Needs, dealId: string): Promise<void> {
  const lines = await db.timeline.find({ dealId }).sort({ seq: 1 }).lean();
  const entries = lines.map(({ entry }) => entry);
  const settled = entries.flatMap(({ commandId }) => commandId ?? []);
  const historyBefore = Math.max(...lines.map(({ historyLength = 0 }) => historyLength));
  const input: DealInput = {
    dealId,
    commandId: settled[0] ?? dealId,
    ...openingIn(entries),
    clock: config.clock,
    continued: { deal: dealToldBy(dealId, entries), settled: settled.slice(-remembered), historyBefore },
  };
  await callTemporal(temporal, () =>
    temporal.workflow.start(dealWorkflow, {
      workflowId: dealWorkflowId(dealId),
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      taskQueue: config.TEMPORAL_TASK_QUEUE,
      staticSummary: `Deal ${dealId}`,
      args: [input],
    }),
  );
  const unheard = (await toldTo(temporal, dealId)).filter(
    ({ payload }) => !settled.includes(payload.commandId),
  );
  const handle = temporal.workflow.getHandle(dealWorkflowId(dealId));
  for (const { type, payload } of unheard) await callTemporal(temporal, () => handle.signal(type, payload));
}

/** Every command that a run of the deal was sent, the oldest run first. */
async function toldTo(temporal: Client, dealId: string): Promise<Told[]> {
  const query = `WorkflowId = '${dealWorkflowId(dealId)}'`;
  const runs: { told: Told[]; at: number }[] = [];
  for await (const { runId, workflowId, startTime } of temporal.workflow.list({ query })) {
    const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.push({ at: startTime.getTime(), told: (events ?? []).flatMap(commandIn) });
  }
  return runs.toSorted((a, b) => a.at - b.at).flatMap(({ told }) => told);
}

function commandIn({ workflowExecutionSignaledEventAttributes: signal }: HistoryEvent): Told[] {
  const type = commandTypes.find(each => each === signal?.signalName);
  const [given] = signal?.input?.payloads ?? [];
  return type && given ? [{ type, payload: defaultPayloadConverter.fromPayload<SignalPayload>(given) }] : [];
}
