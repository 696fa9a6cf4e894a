import type { Client } from '@temporalio/client';
import { type AccountMailInput, mailWorkflow } from '../../deal/contract/messages.ts';
import type { Config } from '../config.ts';
import type { OutboxMail } from '../models/outbox.ts';
import { startOnce } from '../temporal/start-once.ts';

interface Needs {
  temporal: Client;
  config: Pick<Config, 'TEMPORAL_TASK_QUEUE' | 'verifyRemindHours' | 'clock'>;
}

/**
 * Has a mail of the outbox sent that is about no deal, and its reader reminded while that is of use. The same mail again
 * starts nothing. Throws the Problem temporalUnavailable.
 */
export async function startAccountMail(
  { temporal, config }: Needs,
  { key, template, sample }: Pick<OutboxMail, 'key' | 'template' | 'sample'>,
): Promise<void> {
  const hours = template === 'emailVerification' && !sample ? config.verifyRemindHours : [];
  const input: AccountMailInput = {
    key,
    ...(hours.length > 0 && { reminders: { hours, clock: config.clock } }),
  };
  await startOnce(temporal, {
    type: mailWorkflow,
    workflowId: `mail-${key}`,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [input],
    for: 'person',
  });
}
