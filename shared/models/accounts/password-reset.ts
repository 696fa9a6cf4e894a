import { type Connection, Schema } from 'mongoose';

/** A link for a new password that was mailed. The link's token is not here, only a hash of it. */
export interface PasswordResetRecord {
  _id: string;
  tokenHash: string;
  userId: string;
  /** The path where the person goes on, such as his set-up session. */
  next: string;
  /** Business time. */
  expiresAt: Date;
  usedAt?: Date;
}

const aWeek = 7 * 24 * 60 * 60;

export function definePasswordReset(connection: Connection) {
  const schema = new Schema<PasswordResetRecord>(
    {
      _id: String,
      tokenHash: { type: String, required: true, unique: true },
      userId: { type: String, required: true },
      next: { type: String, required: true },
      expiresAt: { type: Date, required: true },
      usedAt: Date,
    },
    { collection: 'passwordResets', versionKey: false },
  );
  // Kept for a while after it expired, so that an old link still knows where its reader was on his way to.
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: aWeek });
  schema.index({ userId: 1 });
  return connection.model<PasswordResetRecord>('PasswordReset', schema);
}
