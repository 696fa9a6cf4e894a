import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { dealWorkflow, dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Database } from '../../shared/models/database.ts';

interface Needs {
  temporal: Client;
  taskQueue: string;
  db: Database;
}

type HistoryEvent = NonNullable<History['events']>[number];

/** What gRPC says of a workflow that Temporal does not know. */
const notFound = 5;

/** The history of one run of a deal. */
interface Run {
  workflowId: string;
  history: History;
}

/**
 * The history of each run of the deals of a task queue. Temporal's list may lack some, most of all after a restore, so the
 * open deals of MongoDB that it does not name are asked for one by one. Runs that have done nothing yet are left out.
 */
export async function* historiesOf({ temporal, taskQueue, db }: Needs): AsyncGenerator<Run> {
  const listed = new Set<string>();
  const query = `WorkflowType = '${dealWorkflow}' AND TaskQueue = '${taskQueue}'`;
  for await (const { workflowId, runId } of temporal.workflow.list({ query })) {
    listed.add(workflowId);
    yield* begun(temporal, workflowId, runId);
  }
  const open = db.deals
    .find({ 'deal.closed': { $exists: false } }, { _id: 1 })
    .lean()
    .cursor();
  for await (const { _id } of open) {
    const workflowId = dealWorkflowId(_id);
    if (!listed.has(workflowId)) yield* begun(temporal, workflowId);
  }
}

async function* begun(temporal: Client, workflowId: string, runId?: string): AsyncGenerator<Run> {
  const history = await historyOf(temporal, workflowId, runId);
  const events = committed(history?.events ?? []);
  if (events.length > 0) yield { workflowId, history: { ...history, events } };
}

/** The turns that have ended: run again, one that has not would tell what nobody has decided yet. */
function committed(events: HistoryEvent[]): HistoryEvent[] {
  const last = events.findLastIndex(event => event.workflowTaskCompletedEventAttributes);
  const id = Number(events[last]?.eventId);
  const next = events.findIndex((event, index) => index > last && !isOf(id, event));
  return events.slice(0, last < 0 ? 0 : next < 0 ? undefined : next);
}

/** True for what a turn has led to. */
const isOf = (turn: number, event: HistoryEvent) =>
  Object.values(event).some(attributes => Number(attributes?.workflowTaskCompletedEventId) === turn);

async function historyOf(temporal: Client, ...run: [workflowId: string, runId?: string]) {
  try {
    return await temporal.workflow.getHandle(...run).fetchHistory();
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === notFound) return undefined;
    throw error;
  }
}
