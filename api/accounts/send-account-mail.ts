import { type AccountMailInput, mailWorkflow } from '../../deal/contract/messages.ts';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../../shared/models/outbox.ts';
import { startOnce } from '../../shared/temporal/start-once.ts';
import type { Deps } from '../deps.ts';

/** A mail about an account, not about a deal. */
export interface AccountMail<T extends AccountMailTemplate> extends Pick<OutboxMail, 'to'> {
  /** Unique: the same key again sends nothing twice. */
  key: string;
  template: T;
  props: AccountMailProps[T];
  /** Business hours after it, at which its reader is reminded while that is of use. */
  remindAfterHours?: number[];
}

/**
 * Puts a mail into the outbox and has it sent; a mail server that is away delays it only.
 * Throws the Problem temporalUnavailable; the same key can be sent again then.
 */
export async function sendAccountMail<T extends AccountMailTemplate>(
  deps: Deps,
  { remindAfterHours: hours = [], ...mail }: AccountMail<T>,
): Promise<void> {
  const { key } = mail;
  const { TEMPORAL_TASK_QUEUE: taskQueue, clock } = deps.config;
  const fresh = { ...mail, state: 'queued', createdAt: new Date(deps.now()) };
  await deps.db.outbox.updateOne({ key }, { $setOnInsert: fresh }, { upsert: true });
  const input: AccountMailInput = { key, ...(hours.length > 0 && { reminders: { hours, clock } }) };
  await startOnce(deps.temporal, {
    type: mailWorkflow,
    workflowId: `mail-${key}`,
    taskQueue,
    args: [input],
  });
}
