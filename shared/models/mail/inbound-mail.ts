import { type Connection, Schema } from 'mongoose';

/** What became of a mail that somebody has sent us. `held`: a person must look at it. */
export type InboundState = 'message' | 'inquiry' | 'automatic' | 'held' | 'dismissed';

/** Why nobody but a person can tell what a mail is. */
export const holdReasons = [
  'unknownSender',
  'severalDeals',
  'dealClosed',
  'fromStaff',
  'tooMany',
  'spam',
  'empty',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** A mail to us, once for its Message-ID. Its words are kept only while somebody is to look at it. */
export interface InboundMailRecord {
  /** Its Message-ID. */
  _id: string;
  state: InboundState;
  receivedAt: Date;
  from: { name: string; email: string };
  subject: string;
  text?: string;
  attachments?: number;
  reason?: HoldReason;
  /** The deal that it was or may be about. */
  dealId?: string;
  /** Who has looked at it. */
  settledBy?: string;
}

export function defineInboundMail(connection: Connection) {
  const schema = new Schema<InboundMailRecord>(
    {
      _id: { type: String, required: true },
      state: { type: String, required: true },
      receivedAt: { type: Date, required: true },
      from: { name: String, email: { type: String, required: true } },
      subject: String,
      text: String,
      attachments: Number,
      reason: String,
      dealId: String,
      settledBy: String,
    },
    { collection: 'inboundMails', versionKey: false, minimize: false },
  );
  schema.index({ state: 1, receivedAt: -1 });
  return connection.model<InboundMailRecord>('InboundMail', schema);
}
