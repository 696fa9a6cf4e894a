import { type Connection, Schema } from 'mongoose';
import type { MailRequest, MailTemplate } from '../../deal/mails/mails.ts';
import type { Language } from '../../deal/people.ts';
import type { WebhookEndpoint } from './webhook-endpoint.ts';

/** What each mail about an account says besides its reader's name. `expiresAt`: ISO business time. */
export interface AccountMailProps {
  emailVerification: { name: string; verifyUrl: string; expiresAt: string };
  /** To somebody who has not pressed the link of the former. */
  verificationReminder: { name: string; verifyUrl: string; expiresAt: string };
  accountExists: { name: string; signInUrl: string };
  passwordReset: { name: string; resetUrl: string; goodForHours: number; expiresAt: string };
  /** In place of the former, to an address that belongs to no account. */
  noAccount: { name: string; signInUrl: string };
  /** After the link was used. `changedAt`: ISO business time. `forgottenUrl`: where one asks for another. */
  passwordChanged: { name: string; timeZone: string; changedAt: string; forgottenUrl: string };
  /** To staff, with a link that sets a password. `by`: the name of whoever had it sent. */
  staffInvited: StaffLinkProps;
  staffPassword: StaffLinkProps;
  /** To staff. `by`: the name of whoever has reset it; `at`: ISO business time. */
  secondFactorReset: { name: string; timeZone: string; by: string; at: string; profileUrl: string };
  /** To staff. `left`: how many there are still. */
  recoveryCodeUsed: { name: string; timeZone: string; at: string; left: number; profileUrl: string };
  /** To staff. `pausedAt`: ISO business time. */
  webhookPaused: {
    name: string;
    timeZone: string;
    pausedAt: string;
    pausedFor: NonNullable<WebhookEndpoint['pausedFor']>;
    pageUrl: string;
  };
  /** To staff. `at`: ISO business time. */
  disbursementPaused: { name: string; timeZone: string; at: string };
  /** To whoever has sent a mail without words. `files`: what came along and is not kept. */
  emptyMail: { name: string; files: number };
}
interface StaffLinkProps {
  name: string;
  timeZone: string;
  by: string;
  linkUrl: string;
  goodForDays: number;
  expiresAt: string;
}
export type AccountMailTemplate = keyof AccountMailProps;

export type OutboxState = 'queued' | 'sending' | 'sent' | 'skipped' | 'failed' | 'bounced';

/** One mail to one person. It is sent once, however often somebody asks for it. */
export interface OutboxMail {
  key: string;
  dealId?: string;
  /** What the deal asked for, so that a bounce or a second sending can name it. Only with a deal. */
  request?: MailRequest;
  template: MailTemplate | AccountMailTemplate;
  to: { name: string; email: string; language: Language };
  /** What a mail about a deal said, without the reader's link to his deal page: that link lets anybody act for him. */
  subject?: string;
  html?: string;
  text?: string;
  /** What a mail about an account needs. It may hold a link with a token, and is removed once that is of no more use. */
  props?: AccountMailProps[AccountMailTemplate];
  /** What a test mail says, which somebody at the desk sends to himself: there is no deal to write it from. */
  sample?: { subject: string; html: string; text: string };
  /** Posted to the chat of the vendor's team instead of mailed. */
  channel?: 'chat';
  /**
   * `skipped`: its reason was gone when its turn came. `failed`: the mail server will not take it for this person.
   * `bounced`: the server took it, and it came back. The last two go out again when a person asks.
   */
  state: OutboxState;
  attempts: number;
  lastError?: string;
  /** It waits because the mail server has reached a limit of ours. */
  isLimited?: boolean;
  /** The same at every attempt, so that a mail that arrives twice is shown once. */
  messageId?: string;
  createdAt: Date;
  /** When an attempt began, in MongoDB's time. */
  claimedAt?: Date;
  sentAt?: Date;
}

/** Finds an address however it is written: a search by `to.email` needs this collation to use the index. */
export const caseless = { locale: 'en', strength: 2 } as const;

export function defineOutbox(connection: Connection) {
  const schema = new Schema<OutboxMail>(
    {
      key: { type: String, required: true, unique: true },
      dealId: String,
      request: Schema.Types.Mixed,
      template: { type: String, required: true },
      to: {
        name: String,
        email: { type: String, required: true },
        language: { type: String, required: true },
      },
      subject: String,
      html: String,
      text: String,
      props: Schema.Types.Mixed,
      sample: Schema.Types.Mixed,
      channel: String,
      state: { type: String, required: true, default: 'queued' },
      attempts: { type: Number, required: true, default: 0 },
      lastError: String,
      isLimited: Boolean,
      messageId: String,
      createdAt: { type: Date, required: true, default: Date.now },
      claimedAt: Date,
      sentAt: Date,
    },
    { collection: 'outbox', versionKey: false },
  );
  // The log is read newest first, whatever it is narrowed to; the id breaks ties so that pages never overlap.
  const newestFirst = { createdAt: -1, _id: -1 } as const;
  schema.index(newestFirst);
  schema.index({ state: 1, ...newestFirst });
  schema.index({ dealId: 1, ...newestFirst });
  schema.index({ 'to.email': 1, ...newestFirst }, { collation: caseless });
  // Texts that have been kept for long enough.
  schema.index({ createdAt: 1 }, { partialFilterExpression: { html: { $exists: true } } });
  // How a bounce finds its mail.
  schema.index({ messageId: 1 }, { sparse: true });
  return connection.model<OutboxMail>('OutboxMail', schema);
}
