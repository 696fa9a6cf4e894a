import { type Connection, Schema } from 'mongoose';

/** A verification link that was mailed. The link's token is not here, only a hash of it. */
export interface EmailTokenRecord {
  _id: string;
  tokenHash: string;
  userId: string;
  email: string;
  /** Where the person goes on after verifying. */
  setupSessionId?: string;
  /** The token of the mail that this one reminds of. */
  remindsOf?: string;
  /** Business time. */
  expiresAt: Date;
  usedAt?: Date;
}

const aWeek = 7 * 24 * 60 * 60;

export function defineEmailToken(connection: Connection) {
  const schema = new Schema<EmailTokenRecord>(
    {
      _id: String,
      tokenHash: { type: String, required: true, unique: true },
      userId: { type: String, required: true },
      email: { type: String, required: true },
      setupSessionId: String,
      remindsOf: String,
      expiresAt: { type: Date, required: true },
      usedAt: Date,
    },
    { collection: 'emailTokens', versionKey: false },
  );
  // Kept for a while after it expired, so that whoever opens an old link is told so and not "no such page".
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: aWeek });
  schema.index({ userId: 1, expiresAt: 1 });
  return connection.model<EmailTokenRecord>('EmailToken', schema);
}
