import { type Connection, Schema } from 'mongoose';

/** Somebody at the desk has a deal before his eyes. Kept here, since he and his colleague may be served by two processes. */
export interface PresenceRecord {
  /** Of the stream to his window. */
  _id: string;
  dealId: string;
  staffId: string;
  name: string;
  /** He has gone by then, unless it is written anew. The machine's time. */
  until: Date;
}

export function definePresence(connection: Connection) {
  const schema = new Schema<PresenceRecord>(
    {
      _id: String,
      dealId: { type: String, required: true },
      staffId: { type: String, required: true },
      name: { type: String, required: true },
      until: { type: Date, required: true },
    },
    { collection: 'presences', versionKey: false },
  );
  schema.index({ dealId: 1 });
  schema.index({ until: 1 }, { expireAfterSeconds: 60 });
  return connection.model<PresenceRecord>('Presence', schema);
}
