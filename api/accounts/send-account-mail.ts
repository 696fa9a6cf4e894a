import { startAccountMail } from '../../shared/mail/account-mail.ts';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../../shared/models/outbox.ts';
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
  const fresh = { ...mail, state: 'queued', createdAt: new Date(deps.now()) };
  await deps.db.outbox.updateOne({ key }, { $setOnInsert: fresh }, { upsert: true });
  await startAccountMail(deps, mail);
}
