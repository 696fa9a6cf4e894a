import { type Connection, Schema } from 'mongoose';
import type { DeskRole } from '../staff.ts';

/** A key with which a program uses the JSON API. The key itself is not here, only a hash of it. */
export interface ApiKey {
  _id: string;
  /** Timelines name the program by it, so that no two keys ever had the same. */
  name: string;
  /** What the program may do; none: it reads alone. */
  roles: DeskRole[];
  tokenHash: string;
  /** The end of the key, by which people tell one from another. */
  hint: string;
  madeBy: string;
  /** Business time, as all moments here. */
  madeAt: Date;
  endsAt: Date;
  revokedAt?: Date;
  /** To the minute. */
  lastUsedAt?: Date;
}

export function defineApiKey(connection: Connection) {
  const schema = new Schema<ApiKey>(
    {
      _id: String,
      name: { type: String, required: true, unique: true },
      roles: { type: [String], required: true },
      tokenHash: { type: String, required: true, unique: true },
      hint: { type: String, required: true },
      madeBy: { type: String, required: true },
      madeAt: { type: Date, required: true },
      endsAt: { type: Date, required: true },
      revokedAt: Date,
      lastUsedAt: Date,
    },
    { collection: 'apiKeys', versionKey: false },
  );
  return connection.model<ApiKey>('ApiKey', schema);
}
