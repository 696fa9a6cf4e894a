import type { Messages } from '../shared/i18n/messages.ts';
import type { AccountMailProps, AccountMailTemplate } from '../shared/models/outbox.ts';
import type { Vendor } from './mail.ts';
import type { Recipient } from './reader.ts';

/** What a template about an account is given. */
export interface AccountMail<T extends AccountMailTemplate> {
  props: AccountMailProps[T];
  reader: Recipient & { timeZone: string };
  vendor: Vendor;
  messages: Messages;
}
