import type { Deal } from '../../../deal/deal.ts';
import type { StepOutcome } from '../deal/step-outcome.ts';
import type { DeskContext } from '../desk-context.ts';
import type { LoggedMail } from './view.ts';

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
