import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { repeat } from '../statistics.ts';

/** Of Temporal's API: begun by a worker and never answered. What nobody had begun is only given to another. */
const startToClose = 1;

/** A turn of a deal that the engine refused, or that was begun and never answered; `at`: when that was known, epoch ms. */
export interface FailedTurn {
  at: number;
  why: string;
}

export async function failedTurns(address: string, dealIds: string[]): Promise<FailedTurn[]> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const failed: FailedTurn[] = [];
  await repeat(dealIds.length, {
    atOnce: 8,
    async work(index) {
      const { events } = await workflow.getHandle(dealWorkflowId(dealIds[index] ?? '')).fetchHistory();
      failed.push(...(events ?? []).flatMap(failureIn));
    },
  });
  await connection.close();
  return failed;
}

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

function failureIn(event: HistoryEvent): FailedTurn[] {
  const { workflowTaskFailedEventAttributes: failed, workflowTaskTimedOutEventAttributes: timedOut } = event;
  const why = failed
    ? `cause ${failed.cause}: ${failed.failure?.message}`
    : timedOut?.timeoutType === startToClose && 'never answered';
  return why ? [{ at: Number(event.eventTime?.seconds) * 1000, why }] : [];
}
