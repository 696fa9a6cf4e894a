import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { callTemporal } from './signal.ts';

/** Whether the workflow of a deal runs. Throws the Problem temporalUnavailable. */
export async function isUnderWay(client: Client, dealId: string): Promise<boolean> {
  try {
    const { status } = await callTemporal(client, () =>
      client.workflow.getHandle(dealWorkflowId(dealId)).describe(),
    );
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
