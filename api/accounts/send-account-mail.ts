import type { ClientSession } from 'mongoose';
import { startAccountMail } from '../../shared/mail/account-mail.ts';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../../shared/models/outbox.ts';
import { Problem } from '../../shared/problems.ts';
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
  await keepAccountMail(deps, mail);
  await startAccountMail(deps, mail);
}

/** Puts a mail into the outbox; with a session, together with what it tells of. */
export async function keepAccountMail<T extends AccountMailTemplate>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  mail: AccountMail<T>,
  session?: ClientSession,
): Promise<void> {
  const { key } = mail;
  const fresh = { ...mail, state: 'queued', createdAt: new Date(now()) };
  await db.outbox.updateOne({ key }, { $setOnInsert: fresh }, { upsert: true, session });
}

/** Has a mail sent that was kept, if it was. While Temporal is away nobody waits for it: the worker looks for such mails. */
export async function startKeptMail(
  deps: Pick<Deps, 'db' | 'temporal' | 'config'>,
  mail: Pick<OutboxMail, 'key' | 'template'>,
): Promise<void> {
  if (!(await deps.db.outbox.exists({ key: mail.key }))) return;
  await startAccountMail(deps, mail).catch(error => {
    if (!(error instanceof Problem)) throw error;
  });
}
