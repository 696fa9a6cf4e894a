import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../../shared/models/outbox.ts';
import { callTemporal } from '../../shared/temporal/signal.ts';
import { mailWorkflow } from '../../workflows/messages.ts';
import type { Deps } from '../deps.ts';

/** A mail about an account, not about a deal. */
export interface AccountMail<T extends AccountMailTemplate> extends Pick<OutboxMail, 'to'> {
  /** Unique: the same key again sends nothing twice. */
  key: string;
  template: T;
  props: AccountMailProps[T];
}

/**
 * Puts a mail into the outbox and has it sent; a mail server that is away delays it only.
 * Throws the Problem temporalUnavailable; the same key can be sent again then.
 */
export async function sendAccountMail<T extends AccountMailTemplate>(
  deps: Deps,
  mail: AccountMail<T>,
): Promise<void> {
  const { key } = mail;
  await deps.db.outbox.updateOne({ key }, { $setOnInsert: { ...mail, state: 'queued' } }, { upsert: true });
  await start(deps, key);
}

async function start({ temporal, config }: Deps, key: string): Promise<void> {
  try {
    await callTemporal(temporal, () =>
      temporal.workflow.start(mailWorkflow, {
        workflowId: `mail-${key}`,
        taskQueue: config.TEMPORAL_TASK_QUEUE,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ key }],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
