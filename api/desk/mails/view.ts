import type { OutboxMail } from '../../../shared/models/outbox.ts';

/** One mail as the log shows it. */
export interface LoggedMail extends OutboxMail {
  /** Names the mail in addresses; its key holds the reader's address, which must not get into anybody's logs. */
  id: string;
}

export const mailsUrl = '/desk/mails';
export const addressesUrl = `${mailsUrl}/addresses`;
export const templatesUrl = `${mailsUrl}/templates`;
export const mailUrl = (id: string) => `${mailsUrl}/${id}`;
