import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { repeat } from '../statistics.ts';

/** Of Temporal's API: begun by a worker and never answered. What nobody had begun is only given to another. */
const startToClose = 1;

/** What became of the turns of deals that were refused by the engine, or begun and never answered: one sentence for each. */
export async function failedTurns(address: string, dealIds: string[]): Promise<string[]> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const failed: string[] = [];
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

function failureIn(event: HistoryEvent): string[] {
  const { workflowTaskFailedEventAttributes: failed, workflowTaskTimedOutEventAttributes: timedOut } = event;
  if (failed) return [`cause ${failed.cause}: ${failed.failure?.message}`];
  return timedOut?.timeoutType === startToClose ? ['never answered'] : [];
}
