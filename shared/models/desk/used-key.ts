import { type Connection, Schema } from 'mongoose';

const ninetyDays = 90 * 24 * 60 * 60;

/** A key with which a program has asked for several things at once, and a digest of all that it asked for. */
export interface UsedKeyRecord {
  _id: string;
  said: string;
  /** The machine's time. Nobody repeats a request for longer than it is kept from here. */
  at: Date;
}

export function defineUsedKey(connection: Connection) {
  const schema = new Schema<UsedKeyRecord>(
    { _id: String, said: { type: String, required: true }, at: { type: Date, required: true } },
    { collection: 'usedKeys', versionKey: false },
  );
  schema.index({ at: 1 }, { expireAfterSeconds: ninetyDays });
  return connection.model<UsedKeyRecord>('UsedKey', schema);
}
