import type { Client } from '@temporalio/client';
import type { ClientSession } from 'mongoose';
import { type AccountMailInput, mailWorkflow } from '../../deal/contract/messages.ts';
import type { Config } from '../config.ts';
import type { Database } from '../models/database.ts';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../models/outbox.ts';
import { Problem } from '../problems.ts';
import { startOnce } from '../temporal/start-once.ts';

interface Needs {
  temporal: Client;
  config: Pick<Config, 'TEMPORAL_TASK_QUEUE' | 'verifyRemindHours' | 'clock'>;
}

interface Keeping {
  db: Database;
  /** Business time, ISO. */
  now: () => string;
}

/** What sending such a mail needs. */
export interface AccountMailing extends Needs, Keeping {}

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
  deps: AccountMailing,
  mail: AccountMail<T>,
): Promise<void> {
  await keepAccountMail(deps, mail);
  await startAccountMail(deps, mail);
}

/** Puts a mail into the outbox; with a session, together with what it tells of. */
export async function keepAccountMail<T extends AccountMailTemplate>(
  { db, now }: Keeping,
  mail: AccountMail<T>,
  session?: ClientSession,
): Promise<void> {
  const { key } = mail;
  const fresh = { ...mail, state: 'queued', createdAt: new Date(now()) };
  await db.outbox.updateOne({ key }, { $setOnInsert: fresh }, { upsert: true, session });
}

/** Has a mail sent that was kept, if it was. While Temporal is away nobody waits for it: the worker looks for such mails. */
export async function startKeptMail(
  deps: Needs & Pick<Keeping, 'db'>,
  mail: Pick<OutboxMail, 'key' | 'template'>,
): Promise<void> {
  if (!(await deps.db.outbox.exists({ key: mail.key }))) return;
  await startAccountMail(deps, mail).catch(error => {
    if (!(error instanceof Problem)) throw error;
  });
}
