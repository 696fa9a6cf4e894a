import type { Deal } from '../../../deal/deal.ts';
import type { OutboxMail } from '../../../shared/models/outbox.ts';
import type { StepOutcome } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';

/** One mail as the log shows it. */
export interface LoggedMail extends OutboxMail {
  /** Names the mail in addresses; its key holds the reader's address, which must not get into anybody's logs. */
  id: string;
}

/** What the page of one mail shows. */
export interface MailView {
  context: DeskContext;
  mail: LoggedMail;
  /** The sender of every mail. */
  from: string;
  /** Absent for a mail about an account, and for a test. */
  deal?: Deal;
  /** Mail to this reader is held. */
  isBad: boolean;
  /** What became of the reader's wish to send it again. */
  outcome?: StepOutcome;
}

export const mailsUrl = '/desk/mails';
export const addressesUrl = `${mailsUrl}/addresses`;
export const templatesUrl = `${mailsUrl}/templates`;
export const mailUrl = (id: string) => `${mailsUrl}/${id}`;
