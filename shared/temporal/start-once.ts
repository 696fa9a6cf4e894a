import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { callTemporal } from './signal.ts';

/** Whoever waits for what is done beside the deals: lower goes first, deals are 3 (docs/decisions/0036-people-before-machines.md). */
export const priorityFor = { person: { priorityKey: 2 }, machine: { priorityKey: 4 } } as const;

interface Started {
  type: string;
  workflowId: string;
  taskQueue: string;
  staticSummary?: string;
  args: unknown[];
  for?: keyof typeof priorityFor;
}

/**
 * Starts a workflow, unless one with this id was started before. Durable once it returns.
 * Throws the Problem temporalUnavailable; the same can be started again then.
 */
export async function startOnce(client: Client, { type, for: waiting, ...options }: Started): Promise<void> {
  try {
    await callTemporal(client, () =>
      client.workflow.start(type, {
        ...options,
        ...(waiting && { priority: priorityFor[waiting] }),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
