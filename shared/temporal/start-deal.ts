import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { type DealInput, dealWorkflow, dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Config } from '../config.ts';
import { startOnce } from './start-once.ts';

/** Crockford's alphabet: no letter that is read as another over the phone. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A deal's id, made from the id of the command that opens it, so that a repetition opens no second deal. 50 bits. */
export function dealIdFor(commandId: string): string {
  const digest = createHash('sha256').update(commandId).digest();
  return Array.from(digest.subarray(0, 10), byte => alphabet[byte % 32]).join('');
}

/** Starts the workflow of a deal, unless it was started before. Throws the Problem temporalUnavailable. */
export async function startDeal(
  client: Client,
  { TEMPORAL_TASK_QUEUE: taskQueue }: Pick<Config, 'TEMPORAL_TASK_QUEUE'>,
  input: DealInput,
): Promise<void> {
  await startOnce(client, {
    type: dealWorkflow,
    workflowId: dealWorkflowId(input.dealId),
    taskQueue,
    staticSummary: `Deal ${input.dealId}`,
    args: [input],
  });
}
