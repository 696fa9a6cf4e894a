import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { CommandBody, CommandEnvelope } from '../../deal/commands.ts';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { Problem } from '../problems.ts';

const deadlineMs = 5000;

/**
 * Runs one call to Temporal with a deadline. Throws the Problem `temporalUnavailable` when it cannot be reached or
 * has too much to do; nothing was accepted then and the same command can be sent again.
 */
export async function callTemporal<T>(client: Client, call: () => Promise<T>): Promise<T> {
  try {
    return await client.withDeadline(Date.now() + deadlineMs, call);
  } catch (error) {
    if (isGrpcServiceError(error) || isConnectionFailure(error))
      throw new Problem('temporalUnavailable', { cause: error });
    throw error;
  }
}

function isConnectionFailure(error: unknown): boolean {
  return error instanceof Error && isGrpcServiceError(error.cause);
}

/** Signals a deal; durable once it returns. `gone`: no workflow of this deal is running. */
export async function signalDeal(
  client: Client,
  dealId: string,
  command: CommandEnvelope & CommandBody,
): Promise<'sent' | 'gone'> {
  const { type, ...payload } = command;
  try {
    await callTemporal(client, () => client.workflow.getHandle(dealWorkflowId(dealId)).signal(type, payload));
    return 'sent';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}
