import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { callTemporal } from './signal.ts';

/**
 * Starts a workflow, unless one with this id was started before. Durable once it returns.
 * Throws the Problem temporalUnavailable; the same can be started again then.
 */
export async function startOnce(
  client: Client,
  {
    type,
    ...options
  }: { type: string; workflowId: string; taskQueue: string; staticSummary?: string; args: unknown[] },
): Promise<void> {
  try {
    await callTemporal(client, () =>
      client.workflow.start(type, { ...options, workflowIdReusePolicy: 'REJECT_DUPLICATE' }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
