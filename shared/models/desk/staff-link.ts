import { type Connection, Schema } from 'mongoose';

/** A link that was mailed to somebody of the staff, with which he chooses a password. Its token is not here, only a hash of it. */
export interface StaffLink {
  /** The id of the command that had it sent. */
  _id: string;
  tokenHash: string;
  staffId: string;
  /** Business time. */
  expiresAt: Date;
}

const aWeek = 7 * 24 * 60 * 60;

export function defineStaffLink(connection: Connection) {
  const schema = new Schema<StaffLink>(
    {
      _id: String,
      tokenHash: { type: String, required: true, unique: true },
      staffId: { type: String, required: true },
      expiresAt: { type: Date, required: true },
    },
    { collection: 'staffLinks', versionKey: false },
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: aWeek });
  schema.index({ staffId: 1 });
  return connection.model<StaffLink>('StaffLink', schema);
}
