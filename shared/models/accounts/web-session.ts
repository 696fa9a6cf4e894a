import { type Connection, Schema } from 'mongoose';

/** A signed-in browser. Kept on our side, so that it can be ended from our side. */
export interface WebSession {
  _id: string;
  data: Record<string, unknown>;
  expiresAt: Date;
  /** Its end, however often it is renewed. */
  endsAt: Date;
}

export function defineWebSession(connection: Connection) {
  const schema = new Schema<WebSession>(
    {
      _id: String,
      data: Schema.Types.Mixed,
      expiresAt: { type: Date, required: true },
      endsAt: { type: Date, required: true },
    },
    { collection: 'webSessions', versionKey: false, minimize: false },
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  // For ending every sign-in of a person at once.
  schema.index({ 'data.userId': 1 }, { sparse: true });
  schema.index({ 'data.staffId': 1 }, { sparse: true });
  return connection.model<WebSession>('WebSession', schema);
}
