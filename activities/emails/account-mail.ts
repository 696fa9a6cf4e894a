import type { Messages } from '../../shared/i18n/messages.ts';
import type { Vendor } from './mail.ts';
import type { Recipient } from './reader.ts';

/** What each mail about an account needs besides its reader. Links carry a token: they are kept until sent, no longer. */
export interface AccountMailProps {
  /** `expiresAt`: ISO business time. */
  emailVerification: { name: string; verifyUrl: string; expiresAt: string };
  accountExists: { name: string; signInUrl: string };
}
export type AccountMailTemplate = keyof AccountMailProps;

/** What a template about an account is given. */
export interface AccountMail<T extends AccountMailTemplate> {
  props: AccountMailProps[T];
  reader: Recipient & { timeZone: string };
  vendor: Vendor;
  messages: Messages;
}
